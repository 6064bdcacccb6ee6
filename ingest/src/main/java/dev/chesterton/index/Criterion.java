package dev.chesterton.index;

import java.time.Instant;
import java.util.List;

/** What a mail or commit has to be like to be found. */
public sealed interface Criterion {

  /** Further words of one text are passed over: some titles are endless, and each word costs. */
  int MAX_WORDS = 64;

  /** Part of a document that is searched. */
  enum Part {
    /** Title, text and the identifiers of changed lines. */
    ANYWHERE,
    /** Subject or title. */
    TITLE,
    /** Name and address of the author. */
    AUTHOR,
    /** The text of a mail without its diff, the message of a commit. */
    TEXT,
    /** Identifiers on removed lines. */
    REMOVED,
    /** Identifiers on added lines. */
    ADDED
  }

  /** Something that is equal or not. */
  enum Label {
    /** Message-ID. */
    MESSAGE_ID,
    /** Name of a mailing list. */
    LIST,
    /** Path of a changed file, whole. */
    PATH,
    /** Regression test cited, such as {@code generic/208}; ranges count for each of their tests. */
    TEST,
    /** Bug of a robot cited, by its id. */
    BUG,
    /** Function of a trace or report. */
    TRACE,
    /** Commit cited by exactly these digits. */
    CITED_COMMIT
  }

  /** What a document is. */
  enum Kind {
    COVER_LETTER, PATCH, REPLY, LETTER, COMMIT
  }

  /** All words of a text, in any order, the first {@link #MAX_WORDS}. */
  record Words(Part part, String text) implements Criterion {}

  /** The words of a text in this order, side by side, the first {@link #MAX_WORDS}. Not for identifiers of changed lines, which have no order. */
  record Phrase(Part part, String text) implements Criterion {}

  /** Words that begin so; upper and lower case are one. */
  record Prefix(Part part, String start) implements Criterion {}

  record Labelled(Label label, String value) implements Criterion {}

  /** Sent or committed from one instant to another, both included. */
  record Between(Instant from, Instant until) implements Criterion {}

  record OfKind(List<Kind> kinds) implements Criterion {
    public OfKind {
      kinds = List.copyOf(kinds);
    }
  }

  /** All of these hold; an empty list always holds. */
  record All(List<Criterion> parts) implements Criterion {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** At least one of these holds. */
  record Any(List<Criterion> parts) implements Criterion {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  record Not(Criterion part) implements Criterion {}

  static Criterion all(Criterion... parts) {
    return new All(List.of(parts));
  }
}
