package dev.chesterton.web;

import dev.chesterton.index.StoreException;
import dev.chesterton.mail.MessageId;
import dev.chesterton.notes.Answer;
import dev.chesterton.notes.Notes;
import dev.chesterton.notes.PatchState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How patches stand, for a list of very many: by what was said on their own pages, and by answers to earlier versions that
 * hold for them.
 *
 * @param set by hand
 * @param answered at least one of their findings was
 */
record PatchStates(Map<MessageId, PatchState> set, Set<MessageId> answered) {

  private static final Logger LOG = LoggerFactory.getLogger(PatchStates.class);

  /**
   * All there are; none where they cannot be read, which the log says.
   *
   * @param inherited of all answers, the patches for which one to an earlier version holds
   */
  static PatchStates of(Notes notes, Function<List<Answer>, Set<MessageId>> inherited) {
    try {
      Map<MessageId, PatchState> set = new HashMap<>();
      notes.states().forEach(state -> set.put(state.patch(), state));
      List<Answer> answers = notes.answers();
      Set<MessageId> answered = answers.stream()
          .map(Answer::patch)
          .collect(Collectors.toCollection(HashSet::new));
      answered.addAll(inherited.apply(answers));
      return new PatchStates(set, answered);
    } catch (StoreException e) {
      LOG.warn("the flagged list is shown without states: {}", e.getMessage());
      return new PatchStates(new HashMap<>(), new HashSet<>());
    }
  }

  /** {@code dismissed}, {@code answered} or {@code open}. */
  String word(MessageId patch) {
    return word(Optional.ofNullable(set.get(patch)), answered.contains(patch));
  }

  static String word(Optional<PatchState> state, boolean isAnswered) {
    boolean isDismissed = state.filter(one -> one.kind() == PatchState.Kind.DISMISSED).isPresent();
    return isDismissed ? PatchState.Kind.DISMISSED.word()
        : isAnswered ? "answered" : PatchState.Kind.OPEN.word();
  }

  boolean isDismissed(MessageId patch) {
    return word(patch).equals(PatchState.Kind.DISMISSED.word());
  }

  /** Why it was dismissed; empty where it is not. */
  Optional<String> why(MessageId patch) {
    return Optional.ofNullable(set.get(patch))
        .filter(_ -> isDismissed(patch))
        .map(PatchState::why);
  }
}
