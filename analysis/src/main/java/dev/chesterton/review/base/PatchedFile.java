package dev.chesterton.review.base;

import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.FilePath;
import dev.chesterton.change.Hunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A file of a commit with some patches applied.
 *
 * @param path in that commit
 * @param lines as they stand now
 * @param from of each line its number in that commit, 1-based; 0 of a line that a patch put in
 */
record PatchedFile(FilePath path, List<String> lines, List<Integer> from) {

  /** How far a hunk may have moved, as with git apply without limit, but for the time it takes. */
  private static final int MOST_MOVED = 10_000;

  PatchedFile {
    lines = List.copyOf(lines);
    from = List.copyOf(from);
  }

  static PatchedFile of(FilePath path, String text) {
    List<String> lines = text.isEmpty() ? List.of()
        : List.of((text.endsWith("\n") ? text.substring(0, text.length() - 1) : text)
            .split("\n", -1));
    return new PatchedFile(path, lines,
        IntStream.rangeClosed(1, lines.size()).boxed().toList());
  }

  /** The number that a 1-based line had in the commit; 0 where a patch put it in. */
  int before(int line) {
    return line >= 1 && line <= from.size() ? from.get(line - 1) : 0;
  }

  /** The same change with its hunks where they stand in this file; empty where one of them does not fit. */
  Optional<FileChange> place(FileChange change) {
    List<Hunk> placed = new ArrayList<>();
    int end = 0;
    int moved = 0;
    for (Hunk hunk : change.hunks()) {
      List<String> old = old(hunk);
      int wanted = start(hunk) + moved;
      int at = find(old, wanted, end);
      if (at < 0) {
        return Optional.empty();
      }
      moved = at - start(hunk);
      end = at + old.size();
      placed.add(moved(hunk, moved));
    }
    return Optional.of(new FileChange(change.kind(), change.oldPath(), change.newPath(),
        change.binary(), placed));
  }

  /** Index of the first line of the pre-image. */
  private static int start(Hunk hunk) {
    return hunk.oldCount() == 0 ? hunk.oldStart() : Math.max(0, hunk.oldStart() - 1);
  }

  private static List<String> old(Hunk hunk) {
    return hunk.lines().stream().filter(line -> !line.isAdded()).map(DiffLine::text).toList();
  }

  /** The nearest place where these lines stand, not before {@code least}; -1 without one. */
  private int find(List<String> old, int wanted, int least) {
    for (int far = 0; far <= MOST_MOVED; far++) {
      if (standsAt(old, wanted + far, least)) {
        return wanted + far;
      }
      if (standsAt(old, wanted - far, least)) {
        return wanted - far;
      }
    }
    return -1;
  }

  private boolean standsAt(List<String> old, int at, int least) {
    if (at < least || at + old.size() > lines.size()) {
      return false;
    }
    for (int i = 0; i < old.size(); i++) {
      if (!old.get(i).equals(lines.get(at + i))) {
        return false;
      }
    }
    return true;
  }

  private static Hunk moved(Hunk hunk, int by) {
    return by == 0 ? hunk
        : new Hunk(hunk.oldStart() + by, hunk.newStart() + by, hunk.section(), hunk.textLine(),
            hunk.lines()
                .stream()
                .map(line -> new DiffLine(line.kind(), line.text(), line.oldLine() + by,
                    line.newLine() + by))
                .toList());
  }

  /** This file after a change whose hunks were {@linkplain #place placed}. */
  PatchedFile after(FileChange placed) {
    List<String> texts = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    int at = 0;
    for (Hunk hunk : placed.hunks()) {
      int begin = start(hunk);
      texts.addAll(lines.subList(at, begin));
      numbers.addAll(from.subList(at, begin));
      at = begin;
      for (DiffLine line : hunk.lines()) {
        if (!line.isRemoved()) {
          texts.add(line.text());
          numbers.add(line.isAdded() ? 0 : from.get(at));
        }
        at += line.isAdded() ? 0 : 1;
      }
    }
    texts.addAll(lines.subList(at, lines.size()));
    numbers.addAll(from.subList(at, from.size()));
    return new PatchedFile(path, texts, numbers);
  }
}
