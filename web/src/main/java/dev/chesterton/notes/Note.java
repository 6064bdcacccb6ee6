package dev.chesterton.notes;

import dev.chesterton.mail.MessageId;
import java.util.List;
import java.util.Optional;

/**
 * What a reader wrote about a patch or one of its findings, in Markdown. An edit is added to the others, and the last one
 * is shown.
 *
 * @param patch the mail it is about
 * @param finding of that patch; empty where it is about the whole
 * @param edits oldest first, at least one
 */
public record Note(EntryId id, MessageId patch, Optional<FindingKey> finding, List<Edit> edits)
    implements
      Entry {

  /** Longest text in bytes of UTF-8 (docs/limits.md). */
  public static final int MOST_BYTES = 64 << 10;

  public Note {
    edits = List.copyOf(edits);
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("a note has at least one edit");
    }
    if (!id.equals(nameOf(patch, finding, edits.getFirst()))) {
      throw new IllegalArgumentException("note '%s' does not say what its name says"
          .formatted(id));
    }
  }

  /** A text with who wrote it. */
  public record Edit(Signature by, String markdown) {
    public Edit {
      markdown = Wording.text("the note", markdown, MOST_BYTES);
    }
  }

  /** A new one. */
  public static Note of(MessageId patch, Optional<FindingKey> finding, Edit first) {
    MessageId about = Answer.checked(patch);
    return new Note(nameOf(about, finding, first), about, finding, List.of(first));
  }

  private static EntryId nameOf(MessageId patch, Optional<FindingKey> finding, Edit first) {
    return EntryId.of("note", patch.value(), finding.map(FindingKey::value).orElse(""),
        first.by().author(), String.valueOf(first.by().at().toEpochMilli()), first.markdown());
  }

  public Edit newest() {
    return edits.getLast();
  }
}
