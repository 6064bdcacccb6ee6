package dev.chesterton.web.view;

import dev.chesterton.mail.MessageId;
import dev.chesterton.notes.Answer;

/**
 * What a reader said to a finding.
 *
 * @param word what he said
 * @param given on which version; empty where it was on the page at hand
 * @param address of the page it was given on
 */
public record AnswerView(String word, boolean wrong, Words reason, Words author, String date,
    String given, String address) {

  /**
   * On the page of a patch.
   *
   * @param here that patch
   */
  public static AnswerView of(Answer answer, MessageId here) {
    return of(answer, answer.patch().equals(here) ? "" : answer.version());
  }

  /** For a page that is about no patch. */
  public static AnswerView of(Answer answer) {
    return of(answer, answer.version());
  }

  private static AnswerView of(Answer answer, String given) {
    return new AnswerView(answer.kind().word(), answer.kind().isWrong(),
        Words.of(answer.reason()), Words.of(answer.by().author()), Dates.minute(answer.by().at()),
        given, Address.review(answer.patch()));
  }
}
