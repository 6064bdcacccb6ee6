package dev.chesterton.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an archive is written. */
public enum MailFormat {
  /** Whatever it looks like. */
  AUTO("any format"),
  /** An mbox in which every line {@code >*From } of a mail gained one {@code >}. */
  MBOXRD("an mbox"),
  /** An mbox in which only {@code From } gained one, so that {@code >From } may have been either. */
  MBOXO("an mbox"),
  /**
   * An mbox in which nothing is quoted: {@code Content-Length} tells where a mail ends, or else separators, as in what
   * {@code git format-patch} writes.
   */
  MBOXCL2("an mbox"),
  /** A folder with {@code new} and {@code cur}, one mail a file. */
  MAILDIR("a Maildir"),
  /** A file that is one mail, or a folder of such files. */
  EML("a mail or a folder of mails"),
  /** A folder of mails or patches, read in the order of their names. */
  SERIES("a folder of patches"),
  /** A bare git repository whose trees hold one file a mail (public-inbox-v1-format(5)). */
  V1("a public-inbox of version 1"),
  /** A public-inbox folder, or one epoch of it (public-inbox-v2-format(5)). */
  V2("a public-inbox folder or epoch"),
  /** A saved page of a web archive, or a folder of them. */
  HTML("a saved page or a folder of pages"),
  /** The text of such a page, as people paste it, or a folder of such texts. */
  TEXT("the text of a saved page or a folder of texts");

  private final String inWords;

  MailFormat(String inWords) {
    this.inWords = inWords;
  }

  /** As the command line says it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that word; empty when there is none. */
  public static Optional<MailFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  /** All words, in order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(MailFormat::word).toList();
  }

  boolean isMbox() {
    return this == MBOXRD || this == MBOXO || this == MBOXCL2;
  }

  String inWords() {
    return inWords;
  }
}
