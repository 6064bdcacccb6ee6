package dev.chesterton.review;

import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Fence;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.Reason;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Citing;
import dev.chesterton.link.CommitReference;
import dev.chesterton.link.Confidence;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Fate;
import dev.chesterton.link.Link;
import dev.chesterton.link.Objection;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** A review in words: one line a finding for editors and checkers, or the whole of it. */
public final class ReviewText {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE
      .withZone(ZoneOffset.UTC);

  /** Signals named for a rank. */
  private static final int MOST_PARTS = 3;

  private final Review review;
  private final StringBuilder text = new StringBuilder();

  private ReviewText(Review review) {
    this.review = review;
  }

  /** A line for each finding, and a last line of counts; empty without findings. */
  public static String terse(Review review) {
    ReviewText text = new ReviewText(review);
    review.findings().forEach(text::finding);
    text.total();
    return text.text.toString();
  }

  /** checkpatch's form, {@code FILE:LINE: WARNING: text [rule]}: a line for each finding, without its line end. */
  public static String terse(Finding finding) {
    return terse(finding, finding.place().toString());
  }

  /** The same at a place that is known by another name. */
  public static String terse(Finding finding, String place) {
    return "%s: %s: %s [%s]".formatted(place, finding.severity().name(), finding.claim(),
        finding.rule());
  }

  /** Each finding with its evidence, then what was found besides; empty without findings. */
  public static String full(Review review) {
    ReviewText text = new ReviewText(review);
    if (!review.findings().isEmpty()) {
      text.whole();
    }
    return text.text.toString();
  }

  private void whole() {
    line(review.patch().message().subject());
    for (Finding finding : review.findings()) {
      finding(finding);
      finding.callSites().forEach(site -> line("    at %s: %s".formatted(site, firstLine(site))));
      finding.reasons().forEach(this::reason);
    }
    review.dossier()
        .statements()
        .stream()
        .filter(statement -> statement.topic() != Topic.GOES)
        .forEach(this::statement);
    line(String.format(Locale.ROOT, "  rank: %.2f, lane %s; most by: %s", review.rank().score(),
        review.rank().lane().word(), review.rank()
            .parts()
            .stream()
            .filter(part -> part.amount() > 0)
            .limit(MOST_PARTS)
            .map(part -> part.signal().title())
            .collect(Collectors.joining("; "))));
    review.suspects().forEach(this::suspect);
    review.objections().stream().filter(ReviewText::isToTell).forEach(this::objection);
    review.commits().forEach(this::commit);
    review.claims()
        .forEach(claim -> line(
            "  claim: %s: %s".formatted(claim.citation().hex(), claim.verdict().words())));
    review.tests()
        .forEach(test -> line("  test: %s, named in %s: %s".formatted(test.name(), test.namedIn()
            .getFirst()
            .source()
            .key(), test.run())));
    total();
  }

  private void finding(Finding finding) {
    line(terse(finding));
  }

  private static String firstLine(Fence fence) {
    return fence.lines().isEmpty() ? "" : fence.lines().getFirst().strip();
  }

  private void reason(Reason reason) {
    line("    [%s] %s (%s)".formatted(reason.kind().letter(), words(reason.excerpt()),
        reason.how().because()));
  }

  private static String words(Excerpt excerpt) {
    return "%s%s \"%s\"".formatted(excerpt.source().key(), excerpt.source()
        .instant()
        .map(instant -> " " + DAY.format(instant))
        .orElse(""), excerpt.words());
  }

  private void statement(Statement statement) {
    line("  %s: %s".formatted(statement.topic().words(), statement.text()));
    statement.sources().forEach(source -> line("    " + words(source)));
  }

  private void suspect(Suspect suspect) {
    line("  look at %s:%d: %s (%s)".formatted(suspect.line().path(),
        suspect.line().line().oldLine(), suspect.line().line().text().strip(), suspect.origin()
            .map(origin -> "%s %s \"%s\"".formatted(
                origin.isBlamed() ? "put there by" : "such a line was first added by",
                origin.change().key(), origin.change().title()))
            .orElse("who added it is not in the store")));
  }

  /** A question that was answered is settled; an objection is told with what became of it. */
  private static boolean isToTell(Objection objection) {
    return !objection.isQuestion() || objection.fate() == Fate.OPEN;
  }

  private void objection(Objection objection) {
    String letter = objection.isQuestion() ? "" : "[" + EvidenceKind.OBJECTION.letter() + "] ";
    String place = objection.place().map(line -> " at " + line).orElse("");
    line("  %s%s%s: %s line %d (%s)".formatted(letter, objection.kind().word(), place,
        words(objection.words()), objection.words().line(), fate(objection)));
  }

  private static String fate(Objection objection) {
    return objection.fate().words() + objection.answer()
        .map(answer -> ": %s line %d".formatted(answer.source().key(), answer.line()))
        .orElse("");
  }

  private void commit(CommitReference reference) {
    Anchor commit = reference.commit();
    String mails = reference.mails()
        .stream()
        .filter(link -> link.confidence() != Confidence.POSSIBLE)
        .limit(1)
        .map(Link::to)
        .map(to -> "; mail " + to.key())
        .collect(Collectors.joining());
    String cited = reference.citedIn()
        .stream()
        .limit(1)
        .map(Citing::excerpt)
        .map(excerpt -> "; cited in " + excerpt.source().key())
        .collect(Collectors.joining());
    String title = commit.title().isEmpty() ? "" : " (\"%s\")".formatted(commit.title());
    line("  commit: %s%s%s%s".formatted(commit.key(), title, cited, mails));
  }

  private void total() {
    Total total = new Total();
    total.add(review);
    total.line().ifPresent(this::line);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
