package dev.chesterton.review;

import dev.chesterton.link.Evidence;
import dev.chesterton.link.version.FollowUp;
import dev.chesterton.link.version.Lineage;
import dev.chesterton.link.version.PatchStep;
import dev.chesterton.link.version.SeriesVersion;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.RangeDiff;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The versions of a series in words, for a terminal. */
public final class LineageText {
  private final StringBuilder text = new StringBuilder();
  private final boolean diffs;

  private LineageText(boolean diffs) {
    this.diffs = diffs;
  }

  /**
   * Some lines, each ended by {@code \n}; whatever the mails hold is in it as it stands.
   *
   * @param diffs what differs in each changed patch is shown, too
   */
  public static String of(Lineage lineage, boolean diffs) {
    LineageText text = new LineageText(diffs);
    text.write(lineage);
    return text.text.toString();
  }

  private void write(Lineage lineage) {
    int count = lineage.versions().size();
    line(0, count == 1 ? "1 version" : count + " versions, oldest first");
    lineage.versions().forEach(this::version);
    text.append('\n');
  }

  private void version(SeriesVersion version) {
    Posting first = version.sending().first();
    line(0, "");
    line(0, "%s  %s  %s".formatted(version.sending().label(),
        PostingJson.date(first.message().date()).orElse("unknown"), first.message().subject()));
    line(2, "Message-ID: " + first.message().id());
    if (!version.evidence().isEmpty()) {
      line(2, "because " + because(version.evidence()));
    }
    List<Integer> missing = version.sending().series().missing();
    if (!missing.isEmpty() && !version.isPart()) {
      line(2, "sent without, or not at hand: " + missing.stream()
          .map(String::valueOf)
          .collect(Collectors.joining(", ")));
    }
    version.steps().forEach(this::step);
    version.changelog()
        .forEach(change -> change.entry()
            .words()
            .forEach(words -> line(2, "said: " + words)));
    version.followUps().forEach(this::followUp);
  }

  private static String because(List<Evidence> evidence) {
    return evidence.stream().map(Evidence::because).collect(Collectors.joining("; "));
  }

  private void step(PatchStep step) {
    String place = step.before().map(LineageText::number).orElse("-") + " -> "
        + step.after().map(LineageText::number).orElse("-");
    String title = step.after().or(step::before).map(patch -> patch.subject().title()).orElse("");
    String old = step.before()
        .filter(_ -> step.after().isPresent())
        .map(patch -> patch.subject().title())
        .filter(before -> !before.equals(title))
        .map(before -> " (was: " + before + ")")
        .orElse("");
    String kind = step.kind().name().toLowerCase(Locale.ROOT);
    line(2, "%s  %-9s  %s%s".formatted(place, kind, title, old));
    if (diffs && step.before().isPresent() && step.after().isPresent()) {
      diff(RangeDiff.between(step.before().get(), step.after().get()));
    }
  }

  private static String number(Patch patch) {
    return Integer.toString(patch.subject().number());
  }

  private void diff(RangeDiff diff) {
    diff.lines().forEach(line -> line(6, line.toString()));
    if (!diff.complete()) {
      line(6, "only the first " + RangeDiff.MAX_LINES + " lines were compared");
    }
  }

  private void followUp(FollowUp given) {
    line(2, "%d  %s: %s  (%s%s; %s)".formatted(given.patch().subject().number(),
        given.trailer().key(), given.trailer().value(), given.standing().words(),
        given.mismatch() ? ", sent by " + given.source().message().author() : "",
        given.source().message().id()));
  }

  private void line(int indent, String line) {
    text.append((" ".repeat(indent) + line).stripTrailing()).append('\n');
  }
}
