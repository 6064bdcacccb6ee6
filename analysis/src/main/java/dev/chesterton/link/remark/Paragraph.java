package dev.chesterton.link.remark;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines of prose that belong together, cut into sentences.
 *
 * @param firstLine 1-based, in the text of the mail
 * @param lastLine 1-based
 */
record Paragraph(int firstLine, int lastLine, List<Sentence> sentences) {

  /** @param line 1-based line on which it begins */
  record Sentence(int line, String text) {
    boolean isAsked() {
      return text.endsWith("?");
    }
  }

  /** A mark that ends a sentence, where a space or the end of a line follows; "e.g." does not. */
  private static final Pattern END = Pattern
      .compile("(?<!\\be\\.g|\\bi\\.e|\\bvs|\\betc|\\ba\\.k\\.a)[.?!]+[)\"']*(?=\\s|$)");

  /** From here on a mail is a diff or another mail. */
  private static final Pattern DIFF = Pattern
      .compile("diff --git .*|--- (a/.*|/dev/null)|@@ -\\d.*|-{2,}8<-.*|-{2,} ?8< ?-.*");

  /** Indented code, a comment in it, a line that ends as code does, a changed line, a line of a log or a trace. */
  private static final Pattern CODE = Pattern
      .compile("(\\t| {5,})\\S.*|[^a-z]*\\[ *\\d+\\.\\d+\\].*|.*[;{}]|[-+][\\t ]{2,}.*|[#$] \\S.*"
          + "| \\* .*|/\\*.*");

  static List<Paragraph> of(OwnLines lines) {
    List<Paragraph> paragraphs = new ArrayList<>();
    int first = 0;
    for (int line = 1; line <= lines.end() + 1; line++) {
      boolean isDiff = line <= lines.end() && isDiff(lines, line);
      boolean isProse = line <= lines.end() && !isDiff && isProse(lines, line);
      if (isProse && first == 0) {
        first = line;
      } else if (!isProse && first > 0) {
        paragraphs.add(new Paragraph(first, line - 1, sentences(lines, first, line - 1)));
        first = 0;
      }
      if (isDiff) {
        break;
      }
    }
    return paragraphs;
  }

  private static boolean isDiff(OwnLines lines, int line) {
    return lines.depth(line) == 0 && DIFF.matcher(lines.text(line)).matches();
  }

  private static boolean isProse(OwnLines lines, int line) {
    String text = lines.text(line);
    return lines.isOwn(line) && !text.isBlank() && !CODE.matcher(text.stripTrailing()).matches();
  }

  private static List<Sentence> sentences(OwnLines lines, int first, int last) {
    List<Sentence> sentences = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    int begun = first;
    for (int line = first; line <= last; line++) {
      String rest = lines.text(line).strip();
      var ends = END.matcher(rest);
      int from = 0;
      while (ends.find()) {
        begun = open.isEmpty() ? line : begun;
        open.append(rest, from, ends.end());
        sentences.add(new Sentence(begun, trimmed(open)));
        open.setLength(0);
        from = ends.end();
      }
      if (from < rest.length()) {
        begun = open.isEmpty() ? line : begun;
        open.append(rest, from, rest.length()).append(' ');
      }
    }
    if (!open.isEmpty()) {
      sentences.add(new Sentence(begun, trimmed(open)));
    }
    return List.copyOf(sentences);
  }

  /** Without what closes a bracket or a quotation behind the mark. */
  private static String trimmed(StringBuilder open) {
    return open.toString().strip().replaceAll("(?<=[?!.])[)\"'.!]+$", "");
  }
}
