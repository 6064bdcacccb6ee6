package dev.chesterton.web.view;

import dev.chesterton.change.DiffLine;
import java.util.List;

/**
 * One line of a diff.
 *
 * @param id of its place on the page; empty where another line has it already, as in a damaged diff
 * @param css {@code add}, {@code del} or {@code same}
 * @param letter of the evidence for it, or a space
 * @param numbers old and new line number, padded
 * @param findings that stand below it
 */
public record DiffLineView(String id, String css, String letter, String numbers, String sign,
    Words code, List<FindingView> findings) {

  public DiffLineView {
    findings = List.copyOf(findings);
  }

  static String oldId(String path, int line) {
    return "L-" + ContentId.of(path) + "-old" + line;
  }

  static String idOf(String path, DiffLine line) {
    return line.isAdded() ? "L-" + ContentId.of(path) + "-new" + line.newLine()
        : oldId(path, line.oldLine());
  }

  static DiffLineView of(String id, DiffLine line, String letter, List<FindingView> findings) {
    return switch (line.kind()) {
      case CONTEXT -> new DiffLineView(id, "same", letter,
          "%5d %5d".formatted(line.oldLine(), line.newLine()), " ", Words.of(line.text()),
          findings);
      case ADDED -> new DiffLineView(id, "add", letter, "      %5d".formatted(line.newLine()), "+",
          Words.of(line.text()), findings);
      case REMOVED -> new DiffLineView(id, "del", letter, "%5d      ".formatted(line.oldLine()),
          "-", Words.of(line.text()), findings);
    };
  }
}
