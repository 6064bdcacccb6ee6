package dev.chesterton.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a reader does in his browser before he can write. */
final class Writing {

  private Writing() {}

  /**
   * Follows the link of the review and signs in with what stands in the token file.
   *
   * @param folder where the token file is
   * @return the page of the review, with its forms
   */
  static Page signIn(Page page, TestServer server, Path folder, String name) {
    return signIn(page, server.url() + SamplePages.REVIEW, folder, name);
  }

  /** The same on the page of any review. */
  static Page signIn(Page page, String review, Path folder, String name) {
    page.navigate(review);
    page.locator("a[href^='/sign-in']").first().click();
    page.locator("#author").fill(name);
    page.locator("#token").fill(token(folder));
    page.locator("main form button").click();
    page.waitForURL(url -> url.endsWith("#notes"));
    return page;
  }

  private static String token(Path folder) {
    try {
      return Files.readString(folder.resolve("token")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
