package dev.chesterton.review;

import java.util.List;
import java.util.Optional;

/**
 * The reasons of what a patch takes away, told in sentences.
 *
 * @param statements by topic
 * @param suggestedTest the test named nearest to the patch
 */
public record Dossier(List<Statement> statements, Optional<String> suggestedTest) {
  public Dossier {
    statements = List.copyOf(statements);
  }

  public List<Statement> of(Topic topic) {
    return statements.stream().filter(statement -> statement.topic() == topic).toList();
  }
}
