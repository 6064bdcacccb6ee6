package dev.chesterton.link;

import dev.chesterton.index.StoredMail;
import dev.chesterton.link.remark.OwnLines;
import dev.chesterton.link.remark.Remark;
import dev.chesterton.link.remark.RemarkReader;
import dev.chesterton.patch.Posting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds out what became of a remark: whether somebody took it up, or its sender took it back. */
final class FateFinder {

  /** Shorter lines are quoted by chance. */
  private static final int SHORTEST_QUOTE = 8;

  private final Conversation conversation;
  private final StoredMail mail;
  private final Remark remark;

  FateFinder(Conversation conversation, StoredMail mail, Remark remark) {
    this.conversation = conversation;
    this.mail = mail;
    this.remark = remark;
  }

  /** What became of it, with the words that show it. */
  record Settled(Fate fate, Optional<Excerpt> words) {
    static final Settled OPEN = new Settled(Fate.OPEN, Optional.empty());
  }

  Settled find() {
    List<Settled> answers = conversation.answers(mail)
        .stream()
        .filter(answer -> !isSamePerson(answer))
        .flatMap(answer -> answered(answer).stream())
        .toList();
    return withdrawn().or(() -> agreed(answers))
        .or(() -> answers.stream().findFirst())
        .orElse(Settled.OPEN);
  }

  private static Optional<Settled> agreed(List<Settled> answers) {
    return answers.stream().filter(settled -> settled.fate == Fate.AGREED).findFirst();
  }

  private boolean isSamePerson(StoredMail other) {
    return Persons.same(other.head().author(), mail.head().author());
  }

  private Optional<Settled> withdrawn() {
    return conversation.replies()
        .stream()
        .filter(later -> later.head().instant().isAfter(mail.head().instant())
            && isSamePerson(later))
        .flatMap(later -> withdrawal(later).stream())
        .map(words -> new Settled(Fate.WITHDRAWN, Optional.of(words)))
        .findFirst();
  }

  /** A tag for the same patch takes back an objection; a question stays one. */
  private Optional<Excerpt> withdrawal(StoredMail later) {
    Optional<Excerpt> said = conversation.descends(later, mail)
        ? RemarkReader.withdrawal(later.posting()).flatMap(line -> OwnWords.from(later, line))
        : Optional.empty();
    return said.or(() -> remark.kind() != Remark.Kind.QUESTION && givesTag(later)
        ? OwnWords.matching(later, FateFinder::isTag)
        : Optional.empty());
  }

  private boolean givesTag(StoredMail later) {
    return conversation.haveSameTarget(later, mail)
        && later.posting() instanceof Posting.Reply reply
        && RemarkReader.isInFavour(reply.trailers());
  }

  private static boolean isTag(String line) {
    return line.matches("(?i)(reviewed|acked|tested)-by:.*");
  }

  /** Empty where the answer leaves out what was remarked. */
  private Optional<Settled> answered(StoredMail answer) {
    OwnLines lines = OwnLines.of(answer.posting());
    return firstBelow(lines).map(from -> {
      boolean agrees = conversation.isByAuthor(answer)
          && RemarkReader.agreement(answer.posting(), from, endOfWords(lines, from)).isPresent();
      return new Settled(agrees ? Fate.AGREED : Fate.ANSWERED, OwnWords.from(answer, from));
    });
  }

  /** The first own line below the last quoted line of the remark; where nothing is quoted at all, the first one. */
  private Optional<Integer> firstBelow(OwnLines lines) {
    Set<String> wanted = remarked();
    int[] quoted = IntStream.rangeClosed(1, lines.count())
        .filter(line -> lines.depth(line) == 1)
        .toArray();
    int last = IntStream.of(quoted)
        .filter(line -> wanted.contains(folded(lines.unquoted(line))))
        .max()
        .orElse(quoted.length == 0 ? 0 : lines.end());
    return IntStream.rangeClosed(last + 1, lines.end())
        .filter(line -> lines.isOwn(line) && !lines.text(line).isBlank())
        .boxed()
        .findFirst();
  }

  /** The lines of its paragraph, as they would be quoted. */
  private Set<String> remarked() {
    OwnLines lines = OwnLines.of(mail.posting());
    Stream<String> own = IntStream.rangeClosed(remark.line(), remark.lastLine())
        .mapToObj(lines::text);
    return own.map(FateFinder::folded)
        .filter(line -> line.length() >= SHORTEST_QUOTE || remark.line() == remark.lastLine())
        .collect(Collectors.toSet());
  }

  private static int endOfWords(OwnLines lines, int from) {
    int end = from;
    while (end < lines.end() && lines.depth(end + 1) == 0) {
      end++;
    }
    return end;
  }

  private static String folded(String line) {
    return line.strip().replaceAll("\\s+", " ");
  }
}
