package dev.chesterton.notes;

import dev.chesterton.finding.RuleId;
import dev.chesterton.mail.MessageId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a reader says to a finding. He may say something else later; then both are kept and the later one counts.
 *
 * @param finding what it answers
 * @param rule that found it
 * @param patch the mail on whose page it was given
 * @param version of its series: {@code v2}
 * @param reason one line
 */
public record Answer(EntryId id, FindingKey finding, RuleId rule, MessageId patch, String version,
    Kind kind, String reason, Signature by) implements Entry {

  /** Longest reason, in UTF-16 units. */
  public static final int MOST_REASON = 500;
  private static final int MOST_ID = 2_000;
  private static final int MOST_WORD = 100;

  /** What can be said to a finding; the words are those of pages, JSON and backups. */
  public enum Kind {
    /** It told something the reviewer needed to know. */
    USEFUL,
    /** The lines were a guard, and taking them away is right. */
    JUSTIFIED,
    /** The lines guard against nothing. */
    NOT_A_GUARD,
    /** The mail or commit shown has nothing to do with the lines. */
    WRONG_LINK;

    /** {@code not a guard}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The rule was wrong. */
    public boolean isWrong() {
      return this == NOT_A_GUARD || this == WRONG_LINK;
    }

    public static Optional<Kind> of(String word) {
      return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  public Answer {
    reason = Wording.line("the reason", reason, MOST_REASON);
    version = Wording.line("the version", version, MOST_WORD);
    if (!id.equals(nameOf(finding, rule, patch, version, kind, reason, by))) {
      throw new IllegalArgumentException("answer '%s' does not say what its name says"
          .formatted(id));
    }
  }

  /** Where an answer is given. */
  public record Given(FindingKey finding, RuleId rule, MessageId patch, String version) {
    public Given {
      patch = checked(patch);
      version = Wording.line("the version", version, MOST_WORD);
    }
  }

  /** A new one. */
  public static Answer of(Given on, Kind kind, String reason, Signature by) {
    String line = Wording.line("the reason", reason, MOST_REASON);
    EntryId id = nameOf(on.finding(), on.rule(), on.patch(), on.version(), kind, line, by);
    return new Answer(id, on.finding(), on.rule(), on.patch(), on.version(), kind, line, by);
  }

  private static EntryId nameOf(FindingKey finding, RuleId rule, MessageId patch, String version,
      Kind kind, String reason, Signature by) {
    return EntryId.of("answer", finding.value(), rule.value(), patch.value(), version,
        kind.word(), reason, by.author(), String.valueOf(by.at().toEpochMilli()));
  }

  /** Ids are opaque, but one that a database would change is none we can find again. */
  static MessageId checked(MessageId id) {
    Wording.line("the Message-ID", id.value(), MOST_ID);
    return id;
  }

  /**
   * Those that count: of each author the last on one finding of one patch.
   *
   * @param all oldest first
   */
  public static List<Answer> current(Collection<Answer> all) {
    record Place(FindingKey finding, MessageId patch, String author) {}
    Map<Place, Answer> last = new LinkedHashMap<>();
    for (Answer answer : all) {
      Place place = new Place(answer.finding, answer.patch, answer.by.author());
      last.remove(place);
      last.put(place, answer);
    }
    return List.copyOf(last.values());
  }
}
