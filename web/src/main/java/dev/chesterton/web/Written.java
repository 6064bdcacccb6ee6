package dev.chesterton.web;

import dev.chesterton.notes.Answer;
import dev.chesterton.notes.FindingKey;
import dev.chesterton.notes.Note;
import dev.chesterton.notes.PatchState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What readers wrote about one patch.
 *
 * @param findings of the review it was gathered for, with their keys
 * @param answers that hold for them
 * @param trouble why nothing is here; empty where all is
 */
record Written(List<FindingKey.Keyed> findings, List<Note> notes,
    Map<FindingKey, List<Answer>> answers, Optional<PatchState> state, Optional<String> trouble) {

  List<Answer> to(FindingKey finding) {
    return answers.getOrDefault(finding, List.of());
  }

  /** {@code dismissed}, {@code answered} or {@code open}. */
  String stateWord() {
    return PatchStates.word(state, !answers.isEmpty());
  }
}
