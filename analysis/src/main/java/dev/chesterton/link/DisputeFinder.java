package dev.chesterton.link;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoredMail;
import dev.chesterton.link.remark.OwnLines;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds replies that quote a reason given against a patch, however deep, and deny it below. A denial is plain words such as
 * "cannot confirm" or "not the case any more"; who only argues the other way is left to the reader of the thread.
 */
final class DisputeFinder {

  private static final Pattern DENIAL = Pattern.compile("(?i)\\b(?:"
      + "(?:can ?not|can't|could not|couldn't|unable to) (?:confirm|reproduce)"
      + "|(?:not|n't|no longer) (?:be )?(?:true|correct|the case|an issue|a problem|valid|needed|necessary|required)\\b"
      + "(?! to\\b)"
      + "|(?:can ?not|can't|does not|doesn't|will not|won't|should not|shouldn't) happen"
      + "|no longer (?:happens?|possible|applies|exists?))");

  /** A shorter quoted line is a greeting or the end of a sentence. */
  private static final int SHORTEST_QUOTE = 20;

  private final List<StoredMail> replies;

  DisputeFinder(Index index, List<MailHead> thread) {
    this.replies = thread.stream()
        .filter(head -> head.kind() == MailKind.REPLY)
        .flatMap(head -> index.mail(head.id()).stream())
        .toList();
  }

  /** By date; each mail denies one reason, the last it quotes. */
  List<Dispute> find(List<Objection> objections) {
    return replies.stream().flatMap(reply -> dispute(reply, objections).stream()).toList();
  }

  private static Optional<Dispute> dispute(StoredMail reply, List<Objection> objections) {
    OwnLines lines = OwnLines.of(reply.posting());
    return objections.stream()
        .filter(objection -> !objection.isQuestion() && isEarlier(objection, reply))
        .flatMap(objection -> quotedAt(lines, objection).stream()
            .flatMap(line -> denial(reply, lines, line).stream())
            .map(words -> new Dispute(objection, words)))
        .reduce((_, later) -> later);
  }

  private static boolean isEarlier(Objection objection, StoredMail reply) {
    return objection.mail().instant().isBefore(reply.head().instant())
        && !Persons.same(objection.mail().author(), reply.head().author());
  }

  /** The last line on which words of an objection are quoted. */
  private static Optional<Integer> quotedAt(OwnLines lines, Objection objection) {
    String words = objection.words().words();
    return IntStream.rangeClosed(1, lines.count())
        .filter(line -> lines.depth(line) > 0 && quotes(lines.bare(line), words))
        .boxed()
        .reduce((_, later) -> later);
  }

  private static boolean quotes(String bare, String words) {
    return bare.length() >= SHORTEST_QUOTE && words.contains(bare);
  }

  private static Optional<Excerpt> denial(StoredMail reply, OwnLines lines, int below) {
    return IntStream.rangeClosed(below + 1, lines.end())
        .filter(line -> lines.isOwn(line) && DENIAL.matcher(lines.text(line)).find())
        .boxed()
        .findFirst()
        .flatMap(line -> OwnWords.from(reply, line));
  }
}
