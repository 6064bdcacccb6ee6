package dev.chesterton.web;

/** Text of strangers as XML can hold it: what the standard forbids becomes U+FFFD, whatever a mail has in it. */
final class XmlText {
  private static final int REPLACEMENT = 0xfffd;

  private XmlText() {}

  /** The same text without characters that are not {@code Char} of XML 1.0, section 2.2, and without carriage returns. */
  static String of(String text) {
    return text.codePoints()
        .map(point -> isAllowed(point) ? point : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A carriage return is allowed, but a reader would turn it into a line feed. */
  private static boolean isAllowed(int point) {
    return point == '\t' || point == '\n' || point >= ' ' && point < Character.MIN_SURROGATE
        || point > Character.MAX_SURROGATE && point < REPLACEMENT + 1
        || point > Character.MAX_VALUE;
  }
}
