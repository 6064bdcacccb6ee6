package dev.chesterton.notes;

import dev.chesterton.mail.MessageId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a patch stands with the reviewers of this server, set by hand; the last one counts.
 *
 * @param why one line
 */
public record PatchState(EntryId id, MessageId patch, Kind kind, String why, Signature by)
    implements
      Entry {

  /** Longest reason, in UTF-16 units. */
  public static final int MOST_WHY = 500;

  /** A patch nobody has set a state for is open. */
  public enum Kind {
    OPEN, DISMISSED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String word) {
      return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  public PatchState {
    why = Wording.line("the reason", why, MOST_WHY);
    if (!id.equals(nameOf(patch, kind, why, by))) {
      throw new IllegalArgumentException("state '%s' does not say what its name says"
          .formatted(id));
    }
  }

  /** A new one. */
  public static PatchState of(MessageId patch, Kind kind, String why, Signature by) {
    MessageId about = Answer.checked(patch);
    String line = Wording.line("the reason", why, MOST_WHY);
    return new PatchState(nameOf(about, kind, line, by), about, kind, line, by);
  }

  private static EntryId nameOf(MessageId patch, Kind kind, String why, Signature by) {
    return EntryId.of("state", patch.value(), kind.word(), why, by.author(),
        String.valueOf(by.at().toEpochMilli()));
  }
}
