package dev.chesterton.source;

import java.util.List;

/** The mails that one page of a web archive shows. */
final class PageMails {
  /** A page is held as a tree, which weighs ten times its text. */
  static final int MAX_PAGE_BYTES = 8 << 20;

  private PageMails() {}

  static List<RawMail> of(RawMail page) {
    return List.of(page);
  }
}
