package dev.chesterton.review;

import dev.chesterton.link.Evidence;
import dev.chesterton.link.version.FollowUp;
import dev.chesterton.link.version.Lineage;
import dev.chesterton.link.version.PatchStep;
import dev.chesterton.link.version.Sending;
import dev.chesterton.link.version.SeriesVersion;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.RangeDiff;
import dev.chesterton.patch.RangeLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The versions of a series as JSON; docs/json.md has the fields. */
public final class LineageJson {
  private LineageJson() {}

  /**
   * Writes the field {@code versions}.
   *
   * @param lineage nothing where it was not asked for, or the mail is of no series
   * @param diffs with what differs in each patch
   */
  public static void write(JsonWriter json, Optional<Lineage> lineage, boolean diffs) {
    List<SeriesVersion> versions = lineage.map(Lineage::versions).orElse(List.of());
    json.array("versions", versions, (inner, version) -> version(inner, version, diffs));
  }

  private static void version(JsonWriter json, SeriesVersion version, boolean diffs) {
    Sending sending = version.sending();
    json.text("label", sending.label()).number("version", sending.version());
    json.text("message_id", id(sending.first())).text("title", sending.title());
    json.text("date", PostingJson.date(sending.first().message().date()));
    json.object("sender", inner -> PostingJson.mailbox(inner, sending.sender()));
    evidence(json, version.evidence());
    json.texts("patches", version.patches().stream().map(LineageJson::id).toList());
    json.texts("missing",
        sending.series().missing().stream().map(number -> Integer.toString(number)).toList());
    json.array("steps", version.steps(), (inner, step) -> step(inner, step, diffs));
    json.array("changelog", version.changelog(),
        (inner, change) -> inner.number("version", change.entry().version())
            .text("message_id", id(change.posting()))
            .number("line", change.entry().line())
            .texts("words", change.entry().words()));
    json.array("follow_ups", version.followUps(), LineageJson::followUp);
  }

  private static String id(Posting posting) {
    return posting.message().id().value();
  }

  private static void evidence(JsonWriter json, List<Evidence> evidence) {
    json.array("evidence", evidence, (inner, one) -> inner.text("because", one.because())
        .text("confidence", one.confidence().word()));
  }

  private static void step(JsonWriter json, PatchStep step, boolean diffs) {
    json.text("kind", step.kind().name().toLowerCase(Locale.ROOT));
    json.text("before", step.before().map(LineageJson::id));
    json.text("after", step.after().map(LineageJson::id));
    evidence(json, step.evidence());
    Optional<RangeDiff> diff = step.before()
        .filter(_ -> diffs)
        .flatMap(before -> step.after().map(after -> RangeDiff.between(before, after)));
    json.texts("range_diff",
        diff.map(RangeDiff::lines).orElse(List.of()).stream().map(RangeLine::toString).toList());
    json.flag("range_diff_complete", diff.map(RangeDiff::complete).orElse(diffs));
  }

  private static void followUp(JsonWriter json, FollowUp given) {
    Patch patch = given.patch();
    json.text("patch", id(patch))
        .text("key", given.trailer().key())
        .text("value", given.trailer().value())
        .text("standing", given.standing().name().toLowerCase(Locale.ROOT));
    json.text("message_id", id(given.source())).number("line", given.trailer().line());
    json.object("sender",
        inner -> PostingJson.mailbox(inner, given.source().message().author()));
    json.flag("to_cover", given.toCover()).flag("mismatch", given.mismatch());
  }
}
