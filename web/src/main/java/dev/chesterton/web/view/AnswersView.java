package dev.chesterton.web.view;

import dev.chesterton.notes.Answer;
import java.util.List;
import java.util.stream.Stream;

/**
 * What readers said to one finding, and the form for one more.
 *
 * @param key of the finding; empty where nothing can be said to it
 * @param answers oldest first
 */
public record AnswersView(String key, List<AnswerView> answers, AccessView access) {

  /** On a page without notes. */
  public static final AnswersView NONE = new AnswersView("", List.of(),
      new AccessView(false, "", "", ""));

  public AnswersView {
    answers = List.copyOf(answers);
  }

  /** What can be said. */
  public List<String> words() {
    return Stream.of(Answer.Kind.values()).map(Answer.Kind::word).toList();
  }

  /** What was said last; empty where nothing was. */
  public String last() {
    return answers.isEmpty() ? "" : answers.getLast().word();
  }
}
