package dev.chesterton.patch;

import dev.chesterton.change.TextLines;
import dev.chesterton.mail.Mailbox;
import java.util.Locale;
import java.util.Optional;

/**
 * The headers that may open the body of a patch mail, when the sender is not the author: {@code From:},
 * {@code Subject:} and {@code Date:} (git-am manual, DISCUSSION).
 *
 * @param nextLine 1-based, the first line behind them
 */
record InBodyHeaders(Optional<Mailbox> author, Optional<String> title, int nextLine) {

  /** Reads from the first line that is not blank up to a limit, which is not read. */
  static InBodyHeaders read(TextLines lines, int start, int limit) {
    Optional<Mailbox> author = Optional.empty();
    Optional<String> title = Optional.empty();
    int number = start;
    while (number < limit && lines.isBlank(number)) {
      number++;
    }
    int next = number;
    while (next < limit && isHeader(lines.line(next))) {
      int end = next + 1;
      StringBuilder value = new StringBuilder(value(lines.line(next)));
      while (end < limit && isContinuation(lines.line(end))) {
        value.append(' ').append(lines.line(end++).strip());
      }
      String key = lines.line(next).substring(0, 4).toLowerCase(Locale.ROOT);
      if (key.equals("from")) {
        author = author.or(() -> Optional.of(mailbox(value.toString())));
      } else if (key.equals("subj")) {
        title = title.or(() -> Optional.of(value.toString()));
      }
      next = end;
    }
    return new InBodyHeaders(author, title, next);
  }

  private static boolean isHeader(String line) {
    return (line.regionMatches(true, 0, "From: ", 0, 6) && line.indexOf('@') > 0)
        || line.regionMatches(true, 0, "Subject: ", 0, 9)
        || line.regionMatches(true, 0, "Date: ", 0, 6);
  }

  private static boolean isContinuation(String line) {
    return !line.isBlank() && Character.isWhitespace(line.charAt(0));
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }

  private static Mailbox mailbox(String value) {
    int open = value.lastIndexOf('<');
    int close = value.indexOf('>', Math.max(0, open));
    if (open < 0 || close < 0) {
      return new Mailbox("", value);
    }
    String name = value.substring(0, open).strip();
    boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
    return new Mailbox(quoted ? name.substring(1, name.length() - 1).replace("\\", "") : name,
        value.substring(open + 1, close).strip());
  }
}
