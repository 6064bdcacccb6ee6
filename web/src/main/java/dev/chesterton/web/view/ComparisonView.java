package dev.chesterton.web.view;

import dev.chesterton.link.version.SeriesVersion;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.RangeDiff;
import dev.chesterton.patch.RangeLine;
import dev.chesterton.review.Comparison;
import dev.chesterton.review.PatchComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two versions of a series, or one with what is said to it.
 *
 * @param older label and first mail
 * @param newer empty where the older is the last one
 * @param self address of this page
 * @param versions address of the page of all versions
 * @param said words of the author on what changed, those of versions between included
 * @param comments of all patches
 * @param open comments that nothing came of
 */
public record ComparisonView(Words title, Version older, Optional<Version> newer, String self,
    String versions, List<Words> said, List<PatchView> patches, int comments, int open) {

  /** Lines of a range-diff on one page, over all patches. */
  private static final int MOST_LINES = 2_000;

  /** A version by its name. */
  public record Version(String label, SourceView first) {
    static Version of(SeriesVersion version) {
      return new Version(version.sending().label(), sourceOf(version.sending().first()));
    }
  }

  /**
   * One patch of both.
   *
   * @param label of what differs, as one string that no other patch has
   * @param kind unchanged, changed, added, dropped
   * @param before of the older version; empty or one
   * @param after of the newer; empty or one
   * @param leftOut lines that are not shown
   */
  public record PatchView(Words title, String label, String kind, List<SourceView> before,
      List<SourceView> after, List<Line> lines, int leftOut, List<CommentView> comments) {

    /** Whether there is more to tell of it than what became of it. */
    public boolean isLong() {
      return !lines.isEmpty() || leftOut > 0 || !comments.isEmpty();
    }
  }

  /** A line of a range-diff. */
  public record Line(String css, Words text) {}

  public static ComparisonView of(Comparison comparison, String self, String versions) {
    List<PatchComparison> patches = comparison.patches();
    return new ComparisonView(Words.of(comparison.newer().sending().title()),
        Version.of(comparison.older()), Optional.of(Version.of(comparison.newer())), self,
        versions, Stream
            .concat(comparison.between().stream(), Stream.of(comparison.newer()))
            .distinct()
            .flatMap(version -> version.changelog().stream())
            .flatMap(change -> change.entry().words().stream())
            .map(Words::of)
            .toList(),
        patches(patches), count(patches), open(patches));
  }

  /** The comments of one version, without what differs. */
  public static ComparisonView of(SeriesVersion version, Optional<SeriesVersion> next,
      List<PatchComparison> patches, String self, String versions) {
    return new ComparisonView(Words.of(version.sending().title()), Version.of(version),
        next.map(Version::of), self, versions, List.of(), patches.stream()
            .filter(patch -> !patch.comments().isEmpty())
            .map(patch -> patch(patch, 0))
            .toList(),
        count(patches), open(patches));
  }

  private static int count(List<PatchComparison> patches) {
    return patches.stream().mapToInt(patch -> patch.comments().size()).sum();
  }

  private static int open(List<PatchComparison> patches) {
    return patches.stream().mapToInt(patch -> patch.open().size()).sum();
  }

  private static List<PatchView> patches(List<PatchComparison> patches) {
    List<PatchView> views = new ArrayList<>();
    int room = MOST_LINES;
    for (PatchComparison patch : patches) {
      PatchView view = patch(patch, room);
      room -= view.lines().size();
      views.add(view);
    }
    return views;
  }

  private static PatchView patch(PatchComparison patch, int room) {
    List<RangeLine> all = patch.diff().map(RangeDiff::lines).orElse(List.of());
    List<Line> shown = all.stream()
        .limit(room)
        .map(line -> new Line(css(line), Words.of(line.toString())))
        .toList();
    return new PatchView(Words.of(patch.patch().subject().title()),
        Words.plain("What differs in " + patch.patch().message().subject()),
        patch.step().kind().name().toLowerCase(Locale.ROOT),
        patch.step().before().map(ComparisonView::sourceOf).stream().toList(),
        patch.step().after().map(ComparisonView::sourceOf).stream().toList(), shown,
        room == 0 ? 0 : all.size() - shown.size(), CommentView.of(patch.comments()));
  }

  private static String css(RangeLine line) {
    return switch (line.outer()) {
      case ADDED -> "add";
      case REMOVED -> "del";
      case SAME -> "same";
      case GAP -> "gap";
    };
  }

  private static SourceView sourceOf(Posting posting) {
    return new SourceView(Words.of(posting.message().author().display()),
        Words.of(posting.message().subject()), Dates.day(posting.message().date().instant()),
        Address.message(posting.message().id()), "mail");
  }
}
