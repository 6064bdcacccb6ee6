package dev.chesterton.cli.completion;

import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What may stand for an option or argument.
 *
 * @param source where a shell takes words from
 * @param words to choose from, with {@link Source#WORDS}
 */
record Values(Source source, List<String> words) {
  static final Values NONE = new Values(Source.NOTHING, List.of());

  Values {
    words = List.copyOf(words);
  }

  /** Where words come from. */
  enum Source {
    /** Nobody knows. */
    NOTHING,
    /** A fixed choice. */
    WORDS, FILES, FOLDERS,
    /** Mailing lists of the store, asked when they are needed. */
    LISTS,
    /** Rules that are on, asked when they are needed. */
    RULES;

    /** As {@code completion --values} knows it. */
    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Of an option or argument: a choice as it is declared, else what the word for it in the help says. */
  static Values of(ArgSpec argument) {
    Iterable<String> candidates = argument.completionCandidates();
    return candidates != null
        ? words(StreamSupport.stream(candidates.spliterator(), false).toList())
        : new Values(source(argument.paramLabel()), List.of());
  }

  static Values words(List<String> words) {
    return new Values(Source.WORDS, words);
  }

  private static Source source(String label) {
    return switch (label) {
      case "DIR" -> Source.FOLDERS;
      case "ID" -> Source.RULES;
      case "NAME" -> Source.LISTS;
      default -> label.matches(".*\\b(FILE|PATH|LABELS|REPO)\\b.*") ? Source.FILES : Source.NOTHING;
    };
  }
}
