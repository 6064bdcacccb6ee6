package dev.chesterton.notes;

import dev.chesterton.link.version.Lineage;
import dev.chesterton.link.version.SeriesVersion;
import dev.chesterton.mail.MessageId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Which answers hold for the findings of one patch: those given on it, and those given on the same finding of an earlier
 * version of its series. That two series show the same finding is not enough: what is right in one may be wrong in another.
 */
public final class AnswerTrail {

  private AnswerTrail() {}

  /**
   * By finding, oldest first; of each reader the last word alone.
   *
   * @param lineage of the patch; asked for only where an answer to the same finding was given on another patch
   */
  public static Map<FindingKey, List<Answer>> of(Notes notes, MessageId patch,
      Collection<FindingKey> findings, Supplier<Optional<Lineage>> lineage) {
    List<Answer> all = notes.answersTo(findings);
    boolean isElsewhere = all.stream().anyMatch(answer -> !answer.patch().equals(patch));
    Set<MessageId> patches = new HashSet<>(
        isElsewhere ? lineage.get().map(versions -> before(versions, patch)).orElse(Set.of())
            : Set.of());
    patches.add(patch);
    return lastWords(all.stream().filter(answer -> patches.contains(answer.patch())));
  }

  /** The mails of all versions before the one a patch is of. */
  private static Set<MessageId> before(Lineage lineage, MessageId patch) {
    Set<MessageId> earlier = new HashSet<>();
    for (SeriesVersion version : lineage.versions()) {
      if (version.sending().ids().contains(patch)) {
        return earlier;
      }
      earlier.addAll(version.sending().ids());
    }
    return Set.of();
  }

  private static Map<FindingKey, List<Answer>> lastWords(Stream<Answer> answers) {
    record Voice(FindingKey finding, String author) {}
    Map<Voice, Answer> last = new LinkedHashMap<>();
    answers.forEach(answer -> {
      Voice voice = new Voice(answer.finding(), answer.by().author());
      last.remove(voice);
      last.put(voice, answer);
    });
    Map<FindingKey, List<Answer>> byFinding = new LinkedHashMap<>();
    last.values()
        .forEach(answer -> byFinding.merge(answer.finding(), List.of(answer),
            (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
    return byFinding;
  }
}
