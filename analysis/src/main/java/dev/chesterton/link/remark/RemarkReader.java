package dev.chesterton.link.remark;

import dev.chesterton.change.Trailer;
import dev.chesterton.link.remark.Cue.Kind;
import dev.chesterton.link.remark.Paragraph.Sentence;
import dev.chesterton.patch.Posting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one mail for what it says against a patch, and for what it asks. */
public final class RemarkReader {

  /** From here on a paragraph is an objection, in the tenths that cues are weighed in. */
  private static final int ENOUGH = 10;

  /** Who answers the patch itself, or code of it, is more likely to object than who talks to a third. */
  private static final int TO_PATCH = 2;
  private static final int TO_AUTHOR = 0;
  private static final int TO_OTHER = -3;
  private static final int BELOW_CODE = 1;

  /** Who gives a tag, or takes the patch, has no objection that weighs little. */
  private static final int IN_FAVOUR = -8;

  private static final int MOST_LINES = 3;
  private static final int MOST_QUOTED = 4;

  private static final Set<String> IN_FAVOUR_KEYS = Set.of("reviewed-by", "acked-by", "tested-by");

  /** Machines that test patches say so in their name. */
  private static final Pattern MACHINE = Pattern
      .compile("(?i).*(\\b(test )?robot\\b|bot\\b|\\bpatchwork\\b|\\bci\\b|no-?reply).*");

  /** What such reports have in common, whoever passes them on. */
  private static final Pattern REPORT = Pattern
      .compile("If you fix the issue.*tags?.*|\\[auto build test .*|.*noticed the following .*");

  private final Posting posting;
  private final Setting setting;
  private final OwnLines lines;
  private final List<Paragraph> paragraphs;

  private RemarkReader(Posting posting, Setting setting) {
    this.posting = posting;
    this.setting = setting;
    this.lines = OwnLines.of(posting);
    this.paragraphs = Paragraph.of(lines);
  }

  /** Remarks by line; at most one objection and one question of a paragraph. Machines make none. */
  public static List<Remark> read(Posting posting, Setting setting) {
    RemarkReader reader = new RemarkReader(posting, setting);
    return reader.isMachine() ? List.of() : reader.remarks();
  }

  /** The line on which the sender agrees with what he answers, 1-based; only lines in this range, both included. */
  public static Optional<Integer> agreement(Posting posting, int from, int to) {
    return saying(posting, Kind.AGREES, from, to);
  }

  /** The line on which the sender takes back what he said, 1-based. */
  public static Optional<Integer> withdrawal(Posting posting) {
    return saying(posting, Kind.WITHDRAWS, 1, Integer.MAX_VALUE);
  }

  /** Whether the sender gives a tag that speaks for the patch. */
  public static boolean isInFavour(List<Trailer> trailers) {
    return trailers.stream()
        .anyMatch(trailer -> IN_FAVOUR_KEYS.contains(trailer.key().toLowerCase(Locale.ROOT)));
  }

  private static Optional<Integer> saying(Posting posting, Kind kind, int from, int to) {
    return Paragraph.of(OwnLines.of(posting))
        .stream()
        .flatMap(paragraph -> paragraph.sentences().stream())
        .filter(sentence -> sentence.line() >= from && sentence.line() <= to)
        .filter(sentence -> !sentence.isAsked() && Cues.ofProgram().say(kind, sentence.text()))
        .map(Sentence::line)
        .findFirst();
  }

  private boolean isMachine() {
    return MACHINE.matcher(posting.message().author().name()).matches()
        || posting.message().lines().stream().anyMatch(line -> REPORT.matcher(line).matches());
  }

  private List<Remark> remarks() {
    int mood = isInFavour(trailers()) ? IN_FAVOUR : 0;
    List<Remark> remarks = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      if (!setting.byAuthor()) {
        objection(paragraph, mood).ifPresent(remarks::add);
      }
      question(paragraph).ifPresent(remarks::add);
    }
    remarks.sort(Comparator.comparingInt(Remark::line).thenComparing(Remark::kind));
    return List.copyOf(remarks);
  }

  private List<Trailer> trailers() {
    return posting instanceof Posting.Reply reply ? reply.trailers() : List.of();
  }

  private Optional<Remark> question(Paragraph paragraph) {
    return paragraph.sentences()
        .stream()
        .filter(RemarkReader::asks)
        .findFirst()
        .map(sentence -> remark(Remark.Kind.QUESTION, sentence, paragraph, 0));
  }

  private static boolean asks(Sentence sentence) {
    return sentence.isAsked() && !Words.of(sentence.text()).isEmpty()
        || Cues.ofProgram().say(Kind.ASKS, sentence.text());
  }

  private Optional<Remark> objection(Paragraph paragraph, int mood) {
    Weighing weighing = Weighing.of(paragraph);
    int score = weighing.score() + mood + context(paragraph);
    if (score < ENOUGH) {
      return Optional.empty();
    }
    Remark.Kind kind = weighing.refuses() ? Remark.Kind.REFUSAL : Remark.Kind.OBJECTION;
    return Optional.of(remark(kind, weighing.heaviest(), paragraph, score));
  }

  private int context(Paragraph paragraph) {
    int answered = switch (setting.answers()) {
      case PATCH -> TO_PATCH;
      case AUTHOR -> TO_AUTHOR;
      case OTHER -> TO_OTHER;
    };
    boolean belowCode = lines.quotedAbove(paragraph.firstLine(), 1)
        .stream()
        .anyMatch(line -> line.startsWith("+") || line.startsWith("-"));
    return answered + (belowCode ? BELOW_CODE : 0);
  }

  private Remark remark(Remark.Kind kind, Sentence sentence, Paragraph paragraph, int score) {
    return new Remark(kind, sentence.line(), paragraph.lastLine(),
        lines.words(sentence.line(), MOST_LINES),
        lines.quotedAbove(paragraph.firstLine(), MOST_QUOTED), score);
  }
}
