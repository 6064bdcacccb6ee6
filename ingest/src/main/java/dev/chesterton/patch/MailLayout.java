package dev.chesterton.patch;

import dev.chesterton.change.TextLines;
import dev.chesterton.mail.Mailbox;
import java.util.Optional;

/**
 * Where the parts of a patch mail stand in its text, by the rules of {@code git mailinfo} with
 * {@code --scissors}.
 *
 * @param author of an in-body {@code From:}
 * @param title of an in-body {@code Subject:}, as written
 * @param logLine 1-based, first line of the log; the line of the break where the log is empty
 * @param breakLine 1-based, the line that ends the log: {@code ---} or the first of the diff; one
 *     behind the last line where there is none
 * @param separated the log ends with {@code ---}
 */
record MailLayout(Optional<Mailbox> author, Optional<String> title, int logLine, int breakLine,
    boolean separated) {

  static MailLayout of(TextLines lines) {
    int breakLine = 1;
    int start = 1;
    while (lines.has(breakLine) && !isBreak(lines, breakLine)) {
      start = Scissors.isLine(lines.line(breakLine)) ? breakLine + 1 : start;
      breakLine++;
    }
    InBodyHeaders headers = InBodyHeaders.read(lines, start, breakLine);
    int log = headers.nextLine();
    while (log < breakLine && lines.isBlank(log)) {
      log++;
    }
    return new MailLayout(headers.author(), headers.title(), log, breakLine,
        lines.startsWith(breakLine, "---") && lines.line(breakLine, 3).isBlank());
  }

  /** The commit message without its title; ends with a line end unless empty. */
  String log(TextLines lines) {
    int last = breakLine - 1;
    while (last >= logLine && lines.isBlank(last)) {
      last--;
    }
    return lines.range(logLine, last);
  }

  private static boolean isBreak(TextLines lines, int number) {
    if (lines.startsWith(number, "diff -") || lines.startsWith(number, "Index: ")) {
      return true;
    }
    if (!lines.startsWith(number, "---")) {
      return false;
    }
    String rest = lines.line(number, 3);
    boolean fileName = rest.length() > 1 && rest.charAt(0) == ' '
        && !Character.isWhitespace(rest.charAt(1));
    return rest.isBlank() || fileName;
  }
}
