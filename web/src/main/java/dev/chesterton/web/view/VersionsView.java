package dev.chesterton.web.view;

import dev.chesterton.link.Evidence;
import dev.chesterton.link.version.FollowUp;
import dev.chesterton.link.version.Lineage;
import dev.chesterton.link.version.PatchStep;
import dev.chesterton.link.version.SeriesVersion;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting.Patch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All versions of a series, oldest first.
 *
 * @param self address of this page
 * @param chain what became of each patch, drawn
 */
public record VersionsView(Words title, String self, VersionChain chain, List<Row> rows) {

  /**
   * One version.
   *
   * @param id of its place on the page
   * @param because what ties it to the one before; empty for the oldest
   * @param compare address of the comparison with the one before; empty for the oldest
   * @param comments address of what reviewers said to its lines
   * @param counts how many patches are unchanged, changed, added, dropped; empty for the oldest
   * @param steps what became of each patch; empty for the oldest
   * @param said what the author says changed
   * @param trailers what reviewers gave, and whether it is there
   */
  public record Row(String id, String label, SourceView first, String because, String compare,
      String comments, String counts, List<Step> steps, List<Said> said, List<Trailer> trailers) {}

  /**
   * A patch in this version and the one before.
   *
   * @param before where it stands there; empty or one
   * @param after where it stands here; empty or one
   * @param because what ties the two
   */
  public record Step(Words title, String kind, List<SourceView> before, List<SourceView> after,
      String because) {}

  /**
   * Words of the author on what changed.
   *
   * @param source the mail they stand in, at their first line
   */
  public record Said(List<Words> lines, SourceView source) {}

  /**
   * A trailer given in a reply.
   *
   * @param standing given, carried, lost, carried though changed, lapsed
   * @param css the same for colour
   */
  public record Trailer(Words text, Words patch, String standing, String css, SourceView source,
      boolean mismatch) {}

  public static VersionsView of(Lineage lineage, String self) {
    List<Row> rows = new ArrayList<>();
    Optional<SeriesVersion> before = Optional.empty();
    for (SeriesVersion version : lineage.versions()) {
      rows.add(row(version, before));
      before = Optional.of(version);
    }
    return new VersionsView(Words.of(title(lineage)), self, VersionChain.of(lineage), rows);
  }

  /** The newest that says something: some subjects are nothing but brackets. */
  private static String title(Lineage lineage) {
    return lineage.versions()
        .reversed()
        .stream()
        .map(version -> version.sending().title())
        .filter(title -> !title.isBlank())
        .findFirst()
        .orElseGet(() -> lineage.versions().getLast().sending().first().message().subject());
  }

  private static Row row(SeriesVersion version, Optional<SeriesVersion> before) {
    return new Row(VersionChain.anchor(version), version.sending().label(),
        ComparisonView.Version.of(version).first(),
        Words.plain(version.evidence()
            .stream()
            .map(Evidence::because)
            .collect(Collectors.joining("; "))),
        before.map(old -> Address.compare(id(old), id(version))).orElse(""),
        Address.comments(id(version)), before.map(_ -> counts(version)).orElse(""),
        version.steps().stream().map(VersionsView::step).toList(),
        version.changelog().stream().map(VersionsView::said).toList(),
        version.followUps()
            .stream()
            .sorted(Comparator.comparing(FollowUp::standing))
            .map(VersionsView::trailer)
            // One for the whole series is given to each of its patches.
            .distinct()
            .toList());
  }

  private static MessageId id(SeriesVersion version) {
    return version.sending().first().message().id();
  }

  private static String counts(SeriesVersion version) {
    return version.steps()
        .stream()
        .collect(Collectors.groupingBy(PatchStep::kind, TreeMap::new,
            Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> entry.getValue() + " " + ComparisonView.word(entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static Step step(PatchStep step) {
    Patch patch = step.after().or(step::before).orElseThrow();
    return new Step(Words.of(patch.subject().title()), ComparisonView.word(step.kind()),
        step.before().map(ComparisonView::sourceOf).stream().toList(),
        step.after().map(ComparisonView::sourceOf).stream().toList(),
        Words.plain(step.evidence()
            .stream()
            .map(Evidence::because)
            .collect(Collectors.joining("; "))));
  }

  private static Said said(SeriesVersion.Change change) {
    return new Said(change.entry().words().stream().map(Words::of).toList(),
        ComparisonView.sourceOf(change.posting(), change.entry().line()));
  }

  private static Trailer trailer(FollowUp given) {
    String standing = given.standing().words();
    return new Trailer(Words.of(given.trailer().key() + ": " + given.trailer().value()),
        Words.of(given.toCover() ? "whole series" : given.patch().subject().title()), standing,
        standing.replace(' ', '-'),
        ComparisonView.sourceOf(given.source(), given.trailer().line()),
        given.mismatch());
  }
}
