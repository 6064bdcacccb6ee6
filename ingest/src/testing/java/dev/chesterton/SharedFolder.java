package dev.chesterton;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of real mail that lies beside the checkout, where there is one. */
public final class SharedFolder {
  private SharedFolder() {}

  /** A file or folder in it; the test is skipped, saying so, where it is missing. */
  public static Path require(String name) {
    Path file = Checkout.folder().resolveSibling("shared").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), "skipped: no real mail at ../shared/" + name);
    return file;
  }
}
