package dev.chesterton.cli.manual;

import java.util.List;

/**
 * What the page of a verb says beside its declarations.
 *
 * @param paragraphs behind the description; whole sentences
 * @param examples calls with what they do
 * @param related further pages: verbs, or pages of other programs with their section, as in {@code git-send-email(1)}
 */
public record Prose(List<String> paragraphs, List<Example> examples, List<String> related) {

  /** Where the declarations say all. */
  public static final Prose NONE = new Prose(List.of(), List.of(), List.of());

  public Prose {
    paragraphs = List.copyOf(paragraphs);
    examples = List.copyOf(examples);
    related = List.copyOf(related);
  }

  /**
   * A call with what it does.
   *
   * @param command as it is typed, without prompt; may have several lines
   * @param meaning a sentence
   */
  public record Example(String command, String meaning) {}

  /** A verb that has such words. */
  public interface Told {

    Prose prose();
  }
}
