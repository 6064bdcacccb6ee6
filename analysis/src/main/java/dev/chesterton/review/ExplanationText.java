package dev.chesterton.review;

import dev.chesterton.link.Anchor;
import dev.chesterton.link.Attempt;
import dev.chesterton.link.Backport;
import dev.chesterton.link.CitedMail;
import dev.chesterton.link.Citing;
import dev.chesterton.link.Evidence;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Link;
import dev.chesterton.link.Origin;
import dev.chesterton.link.Outcome;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An {@link Explanation} as text: one line a fact, each with its source. */
public final class ExplanationText {
  private static final DateTimeFormatter DAY = DateTimeFormatter
      .ofPattern("yyyy-MM-dd", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  /** Of a kind, before the rest is only counted. */
  private static final int MOST = 5;

  /** Share of the lines, by rarity, below which an origin is told by JSON only. */
  private static final double WORTH_A_LINE = 0.05;

  private final StringBuilder text = new StringBuilder();

  private ExplanationText() {}

  public static String of(Explanation explanation) {
    ExplanationText writer = new ExplanationText();
    writer.write(explanation);
    return writer.text.toString();
  }

  private void write(Explanation explanation) {
    text.append(words(explanation.subject())).append('\n');
    if (explanation.ambiguous()) {
      text.append("  ambiguous: several commits begin so, write more digits\n");
    }
    boolean ofCommit = !(explanation.subject() instanceof Anchor.OfMail);
    each(ofCommit ? "posted as" : "committed as", explanation.links(), link -> link(link,
        ofCommit ? link.to() : link.from()));
    explanation.ended()
        .ifPresent(outcome -> text.append("  ended: ")
            .append(outcome.because())
            .append(speaker(outcome))
            .append('\n'));
    each("lines came from",
        explanation.origins().stream().filter(origin -> origin.share() >= WORTH_A_LINE).toList(),
        ExplanationText::origin);
    each("tried before", explanation.attempts(), ExplanationText::attempt);
    each("undone by", explanation.undoing(), link -> link(link, link.from()));
    each("repaired by", explanation.repairing(), link -> link(link, link.from()));
    each("backported", explanation.backports(), ExplanationText::backport);
    each("same place", explanation.colliding(), link -> link(link, link.from()));
    each("cited in", explanation.citing(), ExplanationText::citing);
    each("named in", explanation.naming(), mail -> words(new Anchor.OfMail(mail)));
    each("names", explanation.cites(), ExplanationText::cited);
  }

  private <T> void each(String label, List<T> facts, Function<T, String> line) {
    facts.stream()
        .limit(MOST)
        .forEach(fact -> text.append("  ")
            .append(label)
            .append(": ")
            .append(line.apply(fact))
            .append('\n'));
    if (facts.size() > MOST) {
      text.append("  ")
          .append(label)
          .append(": ")
          .append(facts.size() - MOST)
          .append(" more, see --format=json\n");
    }
  }

  static String words(Anchor anchor) {
    String date = anchor.instant().map(instant -> " " + DAY.format(instant)).orElse("");
    return anchor.key() + date + (anchor.title().isEmpty() ? "" : " \"" + anchor.title() + "\"");
  }

  private static String words(Excerpt excerpt) {
    return excerpt.source().key() + ": \"" + excerpt.words() + "\"";
  }

  static String link(Link link, Anchor end) {
    String because = link.evidence()
        .stream()
        .map(Evidence::because)
        .collect(Collectors.joining("; "));
    return words(end) + " (" + link.confidence().word() + ": " + because + ")";
  }

  private static String origin(Origin origin) {
    String fix = origin.fix().map(sign -> "; a fix: \"" + sign.words() + "\"").orElse("");
    return words(origin.change()) + " (" + origin.evidence().because() + fix + ")";
  }

  static String attempt(Attempt attempt) {
    return words(new Anchor.OfMail(attempt.patch())) + " (" + attempt.outcome().because()
        + speaker(attempt.outcome()) + ")";
  }

  /** Who says no is told with the mail that says it. */
  private static String speaker(Outcome outcome) {
    return outcome instanceof Outcome.Refused(Excerpt words)
        && words.source() instanceof Anchor.Stored source
            ? " - " + source.head().author().display() + ", " + source.key()
            : "";
  }

  private static String backport(Backport backport) {
    String objections = backport.objections()
        .stream()
        .map(ExplanationText::words)
        .collect(Collectors.joining("; "));
    return words(new Anchor.OfMail(backport.mail()))
        + (objections.isEmpty() ? "" : " (to be left out: " + objections + ")");
  }

  private static String cited(CitedMail cited) {
    return switch (cited.state()) {
      case FOUND -> words(new Anchor.OfMail(cited.found().getFirst()));
      case MISSING, AMBIGUOUS -> cited.citation().messageId() + " (" + cited.state().words() + ")";
    };
  }

  private static String citing(Citing citing) {
    return words(citing.excerpt());
  }
}
