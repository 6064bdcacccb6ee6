package dev.chesterton.web.view;

import dev.chesterton.link.Excerpt;
import dev.chesterton.review.Dossier;
import dev.chesterton.review.Statement;
import dev.chesterton.review.Topic;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The dossier of a patch: sentences by topic, each with the words it rests on.
 *
 * @param chapters those that have a sentence, in the order of {@link Topic}
 * @param life the same by date
 */
public record DossierView(List<Chapter> chapters, FenceLine life) {

  /**
   * The sentences of one topic.
   *
   * @param name in words
   */
  public record Chapter(String letter, String name, List<Sentence> sentences) {}

  /** One sentence. */
  public record Sentence(Words text, List<Source> sources) {}

  /**
   * Where a sentence comes from.
   *
   * @param later younger than the patch
   */
  public record Source(SourceView source, Words words, boolean later) {}

  static DossierView of(Dossier dossier, Instant sent) {
    return new DossierView(Arrays.stream(Topic.values())
        .filter(topic -> !dossier.of(topic).isEmpty())
        .map(topic -> new Chapter(topic.letter(), topic.words(), dossier.of(topic)
            .stream()
            .map(statement -> sentence(statement, sent))
            .toList()))
        .toList(), FenceLine.of(dossier.life(), sent));
  }

  private static Sentence sentence(Statement statement, Instant sent) {
    return new Sentence(Words.of(statement.text()), statement.sources()
        .stream()
        .map(words -> source(words, sent))
        .toList());
  }

  private static Source source(Excerpt words, Instant sent) {
    return new Source(SourceView.of(words), Words.of(words.words()),
        SourceView.isLater(words.source(), sent));
  }
}
