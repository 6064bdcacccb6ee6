package dev.chesterton.review;

import dev.chesterton.finding.AddedLine;
import dev.chesterton.finding.Claim;
import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Fence;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.MessageLine;
import dev.chesterton.finding.Place;
import dev.chesterton.finding.Reason;
import dev.chesterton.index.StoreSummary;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Attempt;
import dev.chesterton.link.Citing;
import dev.chesterton.link.CommitReference;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Objection;
import dev.chesterton.link.Origin;
import dev.chesterton.link.Outcome;
import dev.chesterton.link.PatchLine;
import dev.chesterton.mail.Message;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Series;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A review as JSON. The names of the fields are described in docs/json.md and do not change; fields are only added. */
public final class ReviewJson {
  private final Review review;

  private ReviewJson(Review review) {
    this.review = review;
  }

  public static String of(Review review) {
    return JsonWriter.object(json -> write(json, review));
  }

  /** One review as an object, several as a list. */
  public static String document(List<Review> reviews) {
    return reviews.size() == 1 ? of(reviews.getFirst())
        : JsonWriter.array(reviews, ReviewJson::write);
  }

  public static void write(JsonWriter json, Review review) {
    new ReviewJson(review).write(json);
  }

  private void write(JsonWriter json) {
    Message message = review.patch().message();
    json.number("schema", PostingJson.SCHEMA);
    json.text("message_id", message.id().value()).text("subject", message.subject());
    json.object("author", inner -> PostingJson.mailbox(inner, review.patch().author()));
    json.text("date", PostingJson.date(message.date()));
    json.text("as_of", review.asOf().word()).text("evidence_until", until());
    json.flag("flagged", review.isFlagged())
        .text("severity", review.severity().map(severity -> severity.word()));
    json.object("series", inner -> series(inner, review.series()));
    json.array("trailers", review.patch().trailers(), PostingJson::trailer);
    json.object("rank", inner -> RankJson.write(inner, review.rank()));
    json.array("dossier", review.dossier().statements(), this::statement);
    json.array("life", review.dossier().life(), this::event);
    json.array("suspects", review.suspects(), this::suspect);
    json.array("findings", review.findings(), this::finding);
    json.array("fixes", review.fixes(), this::fix);
    json.array("commits", review.commits(), this::commit);
    json.array("claims", review.claims(), this::claim);
    json.array("prior_attempts", review.attempts(), this::attempt);
    json.array("discussion", review.discussion(), this::excerpt);
    json.array("thread", review.thread(), this::excerpt);
    json.array("objections", review.objections(), this::objection);
    json.array("tests", review.tests(), (inner, test) -> inner.text("name", test.name())
        .text("run", test.run())
        .array("named_in", test.namedIn(), this::excerpt));
    json.object("reach", inner -> reach(inner, review.reach()));
    json.texts("notes", review.notes());
  }

  /** Null where everything in the store was looked at. */
  private Optional<String> until() {
    return Optional.of(review.until())
        .filter(until -> !until.equals(Instant.MAX))
        .map(Instant::toString);
  }

  private void series(JsonWriter json, Series series) {
    json.number("version", review.patch().subject().version());
    json.number("position", review.patch().subject().place().map(place -> place.number()));
    json.number("total", review.patch().subject().place().map(place -> place.total()));
    json.text("cover", series.cover().map(cover -> cover.message().id()).map(MessageId::value));
    json.texts("patches",
        series.patches().stream().map(patch -> patch.message().id().value()).toList());
  }

  private void statement(JsonWriter json, Statement statement) {
    json.text("topic", statement.topic().word())
        .text("text", statement.text())
        .array("sources", statement.sources(), this::excerpt);
  }

  private void event(JsonWriter json, FenceEvent event) {
    json.text("topic", event.topic().word())
        .text("at", event.at().toString())
        .text("outcome", event.outcome().map(Outcome::word))
        .object("source", inner -> excerpt(inner, event.source()));
  }

  private void suspect(JsonWriter json, Suspect suspect) {
    json.text("path", suspect.line().path().value())
        .number("line", suspect.line().line().oldLine())
        .text("text", suspect.line().line().text())
        .object("origin", suspect.origin(), (inner, origin) -> {
          LinkJson.anchor(inner, origin.change());
          inner.object("sign", origin.fix(), this::excerpt);
        });
  }

  private void finding(JsonWriter json, Finding finding) {
    json.text("rule", finding.rule().value()).text("severity", finding.severity().word());
    json.text("subject", finding.subject()).text("claim", finding.claim());
    json.object("place", inner -> place(inner, finding.place()));
    json.array("call_sites", finding.callSites(), this::fence);
    json.array("evidence", finding.reasons(), this::reason);
  }

  /** The fields of the three are the same, so that a reader need not ask which it is. */
  private void place(JsonWriter json, Place place) {
    switch (place) {
      case Fence fence -> fence(json, fence);
      case AddedLine added -> lines(json, "added", Optional.of(added.path().value()), added.line(),
          added.line(), added.function(), added.lines());
      case MessageLine message -> lines(json, "message", Optional.empty(), message.line(),
          message.line(), Optional.empty(), message.lines());
    }
  }

  private void fence(JsonWriter json, Fence fence) {
    lines(json, "removed", Optional.of(fence.path().value()), fence.fromLine(), fence.toLine(),
        fence.function(), fence.lines());
  }

  private static void lines(JsonWriter json, String side, Optional<String> path, int from, int to,
      Optional<String> function, List<String> lines) {
    json.text("side", side)
        .text("path", path)
        .number("from_line", from)
        .number("to_line", to)
        .text("function", function)
        .texts("lines", lines);
  }

  private void reason(JsonWriter json, Reason reason) {
    json.text("kind", reason.kind().word()).text("letter", reason.kind().letter());
    excerpt(json, reason.excerpt());
    LinkJson.evidence(json, reason.how());
  }

  private void fix(JsonWriter json, Fix fix) {
    Origin origin = fix.origin();
    LinkJson.anchor(json, origin.change());
    json.number("lines", origin.shared().size()).share("share", origin.share());
    LinkJson.evidence(json, origin.evidence());
    json.object("sign", origin.fix(), this::excerpt);
    json.array("mails", fix.mails(), LinkJson::to);
    json.array("reports", fix.reports(), LinkJson::to);
  }

  private void commit(JsonWriter json, CommitReference reference) {
    LinkJson.anchor(json, reference.commit());
    json.flag("ambiguous", reference.ambiguous());
    json.array("cited_in", reference.citedIn(), this::citing);
    json.array("mails", reference.mails(), LinkJson::to);
  }

  private void citing(JsonWriter json, Citing citing) {
    json.text("as", citing.citation().hex())
        .text("title", citing.citation().title())
        .text("form", citing.citation().form().name().toLowerCase(Locale.ROOT));
    excerpt(json, citing.excerpt());
  }

  private void claim(JsonWriter json, Claim claim) {
    json.text("commit", claim.citation().hex()).text("title", claim.citation().title());
    json.number("line", claim.citation().line()).text("words", claim.words().words());
    json.text("verdict", claim.verdict().words());
    json.object("found", inner -> LinkJson.anchor(inner, claim.commit()));
    json.array("answers", claim.answers(), this::excerpt);
  }

  private void attempt(JsonWriter json, Attempt attempt) {
    LinkJson.mail(json, attempt.patch());
    json.number("lines", attempt.evidence().lines()).share("share", attempt.evidence().share());
    LinkJson.evidence(json, attempt.evidence());
    json.texts("functions", attempt.functions());
    json.array("answers", attempt.answers(), this::excerpt);
    json.text("outcome", attempt.outcome().word()).text("ended", attempt.outcome().because());
  }

  private void objection(JsonWriter json, Objection objection) {
    json.text("kind", objection.kind().word());
    json.text("letter", Optional.of(EvidenceKind.OBJECTION.letter())
        .filter(_ -> !objection.isQuestion()));
    excerpt(json, objection.words());
    json.texts("quoted", objection.quoted());
    json.object("place", objection.place(), ReviewJson::patchLine);
    json.text("fate", objection.fate().word());
    json.object("answer", objection.answer(), this::excerpt);
  }

  private static void patchLine(JsonWriter json, PatchLine place) {
    json.text("path", place.path().value())
        .number("line", place.line())
        .text("sign", String.valueOf(place.sign()))
        .text("text", place.text());
  }

  private void excerpt(JsonWriter json, Excerpt excerpt) {
    LinkJson.excerpt(json, excerpt);
    json.flag("later", isLater(excerpt.source()));
  }

  /** Whether a source is younger than the patch. */
  private boolean isLater(Anchor source) {
    Instant sent = review.patch().message().date().instant();
    return source.instant().filter(instant -> instant.isAfter(sent)).isPresent();
  }

  private static void reach(JsonWriter json, StoreSummary reach) {
    json.array("archives", reach.archives(), ReviewJson::span)
        .array("trees", reach.trees(), ReviewJson::span);
  }

  private static void span(JsonWriter json, StoreSummary.Span span) {
    json.text("name", span.name())
        .number("count", span.count())
        .text("first", span.first().toString())
        .text("last", span.last().toString());
  }
}
