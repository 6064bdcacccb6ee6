package dev.chesterton.link;

import dev.chesterton.change.Change;
import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FileChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the line of a patch that was quoted. */
final class QuotedPlace {
  private QuotedPlace() {}

  /**
   * The place of the last of these lines; of several, the one where most of the lines before it are the same.
   *
   * @param quoted lines of a diff with their signs, in order
   */
  static Optional<PatchLine> of(List<String> quoted, Change change) {
    Optional<PatchLine> best = Optional.empty();
    int most = 0;
    for (FileChange file : change.files()) {
      List<DiffLine> lines = file.lines().toList();
      for (int at = 0; at < lines.size(); at++) {
        int same = same(quoted, lines, at);
        if (same > most) {
          most = same;
          best = Optional.of(place(file, lines.get(at)));
        }
      }
    }
    return best;
  }

  /** As {@link #of}, also where the mailer of who quotes has broken the last line in two. */
  static Optional<PatchLine> ofWrapped(List<String> quoted, Change change) {
    return of(quoted, change).or(() -> quoted.size() < 2 ? Optional.empty()
        : of(joined(quoted), change));
  }

  private static List<String> joined(List<String> quoted) {
    List<String> joined = new ArrayList<>(quoted.subList(0, quoted.size() - 2));
    joined.add(quoted.get(quoted.size() - 2) + " " + quoted.getLast());
    return joined;
  }

  /** How many of the quoted lines, from the last backwards, end at that line of the diff. */
  private static int same(List<String> quoted, List<DiffLine> lines, int at) {
    int same = 0;
    while (same < quoted.size() && same <= at
        && isSame(quoted.get(quoted.size() - 1 - same), lines.get(at - same))) {
      same++;
    }
    return same;
  }

  /** Mailers fold white space, and a lone brace says nothing of its place. */
  private static boolean isSame(String quoted, DiffLine line) {
    return folded(quoted).equals(folded(line.signed()));
  }

  static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static PatchLine place(FileChange file, DiffLine line) {
    return line.isRemoved()
        ? new PatchLine(file.oldPath(), line.oldLine(), '-', line.text())
        : new PatchLine(file.newPath(), line.newLine(), line.kind().sign(), line.text());
  }
}
