package dev.chesterton.review;

import java.util.List;
import java.util.Optional;

/**
 * The reasons of what a patch takes away, told in sentences.
 *
 * @param statements by topic
 * @param suggestedTest the test named nearest to the patch
 * @param life the same by date: what happened to the fence, oldest first; what has no date is left out
 */
public record Dossier(List<Statement> statements, Optional<String> suggestedTest,
    List<FenceEvent> life) {
  public Dossier {
    statements = List.copyOf(statements);
    life = List.copyOf(life);
  }

  public List<Statement> of(Topic topic) {
    return statements.stream().filter(statement -> statement.topic() == topic).toList();
  }
}
