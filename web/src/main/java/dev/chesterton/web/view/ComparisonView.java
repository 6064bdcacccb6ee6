package dev.chesterton.web.view;

import dev.chesterton.link.version.PatchStep;
import dev.chesterton.link.version.SeriesVersion;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.RangeDiff;
import dev.chesterton.patch.RangeLine;
import dev.chesterton.review.Comparison;
import dev.chesterton.review.Counted;
import dev.chesterton.review.PatchComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two versions of a series, or one with what is said to it.
 *
 * @param heading what the page is, to be followed by {@code of} and the title
 * @param older label and first mail
 * @param newer empty where the older is the last one
 * @param self address of this page
 * @param versions address of the page of all versions
 * @param said words of the author on what changed, those of versions between included
 * @param comments on the older version, in a sentence or two
 */
public record ComparisonView(String heading, Words title, Version older, Optional<Version> newer,
    String self,
    String versions, List<Words> said, List<PatchView> patches, String comments) {

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
   * @param id of its place on the page, made from the mails it is in
   * @param label of what differs, as one string that no other patch has
   * @param kind unchanged, changed, added, dropped; or that there is nothing to hold it against
   * @param before of the older version; empty or one
   * @param after of the newer; empty or one
   * @param leftOut lines that are not shown
   */
  public record PatchView(String id, Words title, String label, String kind,
      List<SourceView> before, List<SourceView> after, List<Line> lines, int leftOut,
      List<CommentView> comments) {

    /** Whether there is more to tell of it than what became of it. */
    public boolean isLong() {
      return !lines.isEmpty() || leftOut > 0 || !comments.isEmpty();
    }

    /** How many lines differ or stand beside one that does, in words. */
    public String size() {
      return Counted.of(lines.size() + leftOut, "line");
    }

    /** What became of the comments, in words: {@code 1 open, 2 answered}; empty where there is none. */
    public String became() {
      return CommentView.counts(comments);
    }
  }

  /**
   * A line of a range-diff.
   *
   * @param id of its place on the page
   * @param number 1-based, padded
   */
  public record Line(String id, String number, String css, Words text) {}

  public static ComparisonView of(Comparison comparison, String self, String versions) {
    List<PatchComparison> patches = comparison.patches();
    return new ComparisonView("%s and %s".formatted(comparison.older().sending().label(),
        comparison.newer().sending().label()), Words.of(comparison.newer().sending().title()),
        Version.of(comparison.older()), Optional.of(Version.of(comparison.newer())), self,
        versions, Stream
            .concat(comparison.between().stream(), Stream.of(comparison.newer()))
            .distinct()
            .flatMap(version -> version.changelog().stream())
            .flatMap(change -> change.entry().words().stream())
            .map(Words::of)
            .toList(),
        patches(patches), comments(comparison.older(), Optional.of(comparison.newer()), patches));
  }

  /** The comments of one version, without what differs. */
  public static ComparisonView of(SeriesVersion version, Optional<SeriesVersion> next,
      List<PatchComparison> patches, String self, String versions) {
    return new ComparisonView("Comments on " + version.sending().label(),
        Words.of(version.sending().title()), Version.of(version),
        next.map(Version::of), self, versions, List.of(), patches.stream()
            .map(patch -> commented(patch, next.isPresent()))
            .toList(),
        comments(version, next, patches));
  }

  private static String comments(SeriesVersion older, Optional<SeriesVersion> next,
      List<PatchComparison> patches) {
    List<CommentView> all = patches.stream()
        .flatMap(patch -> CommentView.of(patch.comments()).stream())
        .toList();
    String label = older.sending().label();
    if (all.isEmpty()) {
      return "No comment below a line of %s was found.".formatted(label);
    }
    return "%s on lines of %s: %s. Open means that nobody answers, and %s.".formatted(
        Counted.of(all.size(), "comment"), label, CommentView.counts(all),
        next.map(newer -> newer.sending().label() + " has the line as it was")
            .orElse("no later version is here"));
  }

  private static List<PatchView> patches(List<PatchComparison> patches) {
    List<PatchView> views = new ArrayList<>();
    int room = MOST_LINES;
    for (PatchComparison patch : patches) {
      PatchView view = compared(patch, room);
      room -= view.lines().size();
      views.add(view);
    }
    return views;
  }

  /** With what differs, as far as there is room for it on the page. */
  private static PatchView compared(PatchComparison patch, int room) {
    List<RangeLine> all = patch.diff().map(RangeDiff::lines).orElse(List.of());
    List<RangeLine> shown = all.subList(0, Math.min(room, all.size()));
    return view(patch, word(patch.step().kind()), shown, all.size() - shown.size());
  }

  /** @param held whether there is another version it is held against; without one nothing is dropped. */
  private static PatchView commented(PatchComparison patch, boolean held) {
    return view(patch, held ? word(patch.step().kind()) : "in the last version", List.of(), 0);
  }

  private static PatchView view(PatchComparison patch, String kind, List<RangeLine> shown,
      int leftOut) {
    String key = ContentId.of(id(patch.step().before()), id(patch.step().after()));
    List<Line> lines = IntStream.range(0, shown.size())
        .mapToObj(at -> line("r-" + key + "-q" + (at + 1), at + 1, shown.get(at)))
        .toList();
    return new PatchView("p-" + key, Words.of(patch.patch().subject().title()),
        Words.plain("What differs in " + patch.patch().message().subject()), kind,
        patch.step().before().map(ComparisonView::sourceOf).stream().toList(),
        patch.step().after().map(ComparisonView::sourceOf).stream().toList(), lines, leftOut,
        CommentView.of(patch.comments()));
  }

  private static String id(Optional<Patch> patch) {
    return patch.map(mail -> mail.message().id().value()).orElse("");
  }

  private static Line line(String id, int number, RangeLine line) {
    return new Line(id, "%4d".formatted(number), css(line), Words.of(line.toString()));
  }

  private static String css(RangeLine line) {
    return switch (line.outer()) {
      case ADDED -> "add";
      case REMOVED -> "del";
      case SAME -> "same";
      case GAP -> "gap";
    };
  }

  static String word(PatchStep.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** @param line 1-based; the place is named by it, and so is a trailer given in a reply */
  static SourceView sourceOf(Posting posting, int line) {
    SourceView mail = sourceOf(posting);
    return new SourceView(mail.who(), mail.title(), mail.date(), mail.address() + "#q" + line,
        "mail, line " + line);
  }

  static SourceView sourceOf(Posting posting) {
    return new SourceView(Words.of(posting.message().author().display()),
        Words.of(posting.message().subject()), Dates.day(posting.message().date().instant()),
        Address.message(posting.message().id()), "mail");
  }
}
