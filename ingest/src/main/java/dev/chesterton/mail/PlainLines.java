package dev.chesterton.mail;

/** Decoded text with one kind of line end, so that all rooms count the same lines. */
final class PlainLines {
  private PlainLines() {}

  /**
   * Carriage returns before a line feed go; one within a line becomes a space, since as a line end it would tear a hunk
   * apart. NULs go, as they would end the text for some readers. The last line gets a line end.
   */
  static String of(String text) {
    if (text.indexOf('\r') < 0 && text.indexOf('\0') < 0) {
      return text.isEmpty() || text.endsWith("\n") ? text : text + '\n';
    }
    StringBuilder lines = new StringBuilder(text.length() + 1);
    int returns = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        returns++;
      } else if (c != '\0') {
        if (returns > 0 && c != '\n') {
          lines.append(' ');
        }
        lines.append(c);
        returns = 0;
      }
    }
    if (!lines.isEmpty() && lines.charAt(lines.length() - 1) != '\n') {
      lines.append('\n');
    }
    return lines.toString();
  }
}
