package dev.chesterton.web;

import dev.chesterton.finding.AddedLine;
import dev.chesterton.finding.Fence;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.MessageLine;
import dev.chesterton.finding.Severity;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Series;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.review.Review;
import dev.chesterton.web.view.Address;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A series with its findings as b4 reads it.
 *
 * <p>The shape is what b4 asks of {@code GET /api/patchset?id=MSGID}: {@code src/b4/review/checks.py}
 * ({@code _fetch_sashiko_patchset}, {@code _run_builtin_sashiko}, {@code _parse_sashiko_findings}) and
 * {@code src/b4/review/_review.py} ({@code _integrate_sashiko_reviews}) of mricon/b4 at 1f2f768, which read:
 *
 * <pre>
 * {"id", "message_id": of the cover letter or of a patch, "status": "Reviewed",
 *  "patches": [{"id", "message_id"}],
 *  "reviews": [{"id", "patch_id", "status": "Reviewed", "result",
 *    "output": JSON in a string {"findings": [{"problem", "severity": critical | high | medium | low,
 *      "severity_explanation", "preexisting", "locations": [{"file", "line"}]}]},
 *    "inline_review": the diff quoted with "> ", remarks below their lines}]}
 * </pre>
 *
 * The {@code id} of the series goes into b4's link to it and nowhere else ({@code /#/patchset/ID}), so it is what our script
 * finds the review by: the Message-ID, percent-encoded. The same address of sashiko-dev/sashiko ({@code src/api.rs}) gives these fields and more.
 */
final class PatchsetJson {
  private final SiteAddress site;

  PatchsetJson(SiteAddress site) {
    this.site = site;
  }

  /** @param found reviews of its patches; the others are listed as skipped */
  String of(MessageId asked, Series series, List<Review> found) {
    MessageId named = series.cover().map(cover -> cover.message().id()).orElse(asked);
    return JsonWriter.object(json -> json.text("id", Address.segment(named.value()))
        .text("message_id", named.value())
        .text("subject", series.subject().title())
        .text("status", "Reviewed")
        .array("patches", series.patches(), (inner, patch) -> patch(inner, patch))
        .array("reviews", series.patches(), (inner, patch) -> review(inner, patch, found)));
  }

  private static void patch(JsonWriter json, Posting.Patch patch) {
    json.number("id", patchId(patch))
        .text("message_id", patch.message().id().value())
        .text("subject", patch.message().subject())
        .text("status", "Reviewed");
  }

  private void review(JsonWriter json, Posting.Patch patch, List<Review> found) {
    found.stream()
        .filter(review -> review.patch().message().id().equals(patch.message().id()))
        .findFirst()
        .ifPresentOrElse(review -> reviewed(json, patch, review), () -> skipped(json, patch));
  }

  /** The number of a review is made from what it says: b4 takes over one it has not seen. */
  private void reviewed(JsonWriter json, Posting.Patch patch, Review review) {
    String output = JsonWriter
        .object(inner -> inner.array("findings", review.findings(), this::finding));
    String inline = new InlineReview(review, site).text();
    json.number("id", number(output + inline))
        .number("patch_id", patchId(patch))
        .text("status", "Reviewed")
        .text("result", review.findings().isEmpty() ? "No findings" : "Findings")
        .text("output", output)
        .text("inline_review", inline);
  }

  private static void skipped(JsonWriter json, Posting.Patch patch) {
    json.number("id", 0)
        .number("patch_id", patchId(patch))
        .text("status", "Skipped")
        .text("result", "Not looked at: the series is long, or the mail is no patch here")
        .text("output", "")
        .text("inline_review", "");
  }

  private void finding(JsonWriter json, Finding finding) {
    json.text("problem", finding.claim() + " [" + finding.rule() + "]")
        .text("severity", severity(finding.severity()))
        .text("severity_explanation", site.of(Address.rule(finding.rule().value())))
        .flag("preexisting", false)
        .array("locations", location(finding), (inner, location) -> inner
            .text("file", location.path())
            .number("line", location.line()));
  }

  /** Certainly wrong fails the check, a warning warns, all else passes. */
  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "high";
      case WARNING -> "medium";
      case CHECK -> "low";
    };
  }

  /** A line of the file as b4 counts it. */
  private record Location(String path, int line) {}

  private static List<Location> location(Finding finding) {
    return switch (finding.place()) {
      case Fence fence -> List.of(new Location(fence.path().value(), fence.fromLine()));
      case AddedLine added -> List.of(new Location(added.path().value(), added.line()));
      case MessageLine _ -> List.of();
    };
  }

  private static long patchId(Posting.Patch patch) {
    return number(patch.message().id().value());
  }

  /** A positive number that stays the same. */
  private static long number(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return sum.getValue() + 1;
  }
}
