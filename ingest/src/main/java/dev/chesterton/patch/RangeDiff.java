package dev.chesterton.patch;

import dev.chesterton.change.FileChange;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.RangeLine.Inner;
import dev.chesterton.patch.RangeLine.Outer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * What became of a patch in its next version: the diff of the two patches, messages included, as {@code git range-diff}
 * shows it. Line numbers are left out, so a patch that only moved with its file is unchanged. No tree is needed; two
 * versions that apply nowhere can be compared.
 *
 * @param lines none where the two are equal
 * @param complete false where one of the patches is too long to be compared to its end
 */
public record RangeDiff(List<RangeLine> lines, boolean complete) {

  /** Lines of a patch that are compared; a diff of longer ones is nothing a person reads. */
  public static final int MAX_LINES = 20_000;

  /** Equal lines shown around a change, as git does. */
  private static final int CONTEXT = 3;

  public RangeDiff {
    lines = List.copyOf(lines);
  }

  /** Compares a patch with its next version. */
  public static RangeDiff between(Patch before, Patch after) {
    Lines old = Lines.of(before);
    Lines now = Lines.of(after);
    // without a fallback: it would take quadratic time for texts made to need it
    HistogramDiff diff = new HistogramDiff();
    diff.setFallbackAlgorithm(null);
    List<Edit> edits = diff.diff(Equality.INSTANCE, old, now);
    return new RangeDiff(new Writer(old.lines(), now.lines()).write(edits),
        old.complete() && now.complete());
  }

  /** Nothing differs but line numbers. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  private record Line(Inner inner, String text) {}

  /** A patch as the lines that are compared. */
  private static final class Lines extends Sequence {
    private final List<Line> lines;
    private final boolean complete;

    private Lines(List<Line> all) {
      this.complete = all.size() <= MAX_LINES;
      this.lines = complete ? all : all.subList(0, MAX_LINES);
    }

    static Lines of(Patch patch) {
      List<Line> lines = new ArrayList<>();
      lines.add(new Line(Inner.HEADING, "Metadata"));
      lines.add(new Line(Inner.MESSAGE, "Author: " + patch.author()));
      lines.add(new Line(Inner.MESSAGE, ""));
      lines.add(new Line(Inner.HEADING, "Commit message"));
      lines.add(new Line(Inner.MESSAGE, patch.subject().title()));
      lines.add(new Line(Inner.MESSAGE, ""));
      patch.log().lines().forEach(line -> lines.add(new Line(Inner.MESSAGE, line)));
      for (FileChange file : patch.change().files()) {
        lines.add(new Line(Inner.MESSAGE, ""));
        PatchLines.of(file, MAX_LINES, (inner, text) -> lines.add(new Line(inner, text)));
      }
      return new Lines(lines);
    }

    List<Line> lines() {
      return lines;
    }

    boolean complete() {
      return complete;
    }

    @Override
    public int size() {
      return lines.size();
    }
  }

  private static final class Equality extends SequenceComparator<Lines> {
    private static final Equality INSTANCE = new Equality();

    @Override
    public boolean equals(Lines one, int at, Lines other, int there) {
      return one.lines().get(at).equals(other.lines().get(there));
    }

    @Override
    public int hash(Lines lines, int at) {
      return lines.lines().get(at).hashCode();
    }
  }

  /** Edits to lines, with what stands around them. */
  private static final class Writer {
    private final List<Line> old;
    private final List<Line> now;
    private final List<RangeLine> out = new ArrayList<>();

    Writer(List<Line> old, List<Line> now) {
      this.old = old;
      this.now = now;
    }

    List<RangeLine> write(List<Edit> edits) {
      int shown = 0;
      for (int i = 0; i < edits.size(); i++) {
        Edit edit = edits.get(i);
        int from = Math.max(shown, edit.getBeginA() - CONTEXT);
        if (from > shown) {
          out.add(new RangeLine(Outer.GAP, Inner.CONTEXT, place(from).orElse("")));
        }
        add(Outer.SAME, old, from, edit.getBeginA());
        add(Outer.REMOVED, old, edit.getBeginA(), edit.getEndA());
        add(Outer.ADDED, now, edit.getBeginB(), edit.getEndB());
        int next = i + 1 < edits.size() ? edits.get(i + 1).getBeginA() : old.size();
        shown = Math.min(edit.getEndA() + CONTEXT, next);
        add(Outer.SAME, old, edit.getEndA(), shown);
      }
      return out;
    }

    private void add(Outer outer, List<Line> lines, int from, int to) {
      lines.subList(from, Math.max(from, to))
          .forEach(line -> out.add(new RangeLine(outer, line.inner(), line.text())));
    }

    /** The part of the patch that a line is in. */
    private Optional<String> place(int line) {
      for (int i = Math.min(line, old.size() - 1); i >= 0; i--) {
        Inner inner = old.get(i).inner();
        if (inner == Inner.HEADING || inner == Inner.HUNK) {
          return Optional.of(old.get(i).text());
        }
      }
      return Optional.empty();
    }
  }
}
