package dev.chesterton.link;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoredMail;
import dev.chesterton.link.remark.OwnLines;
import dev.chesterton.patch.Posting;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What the sender of a mail says himself, as excerpts. */
public final class OwnWords {

  /** Lines joined into one excerpt: a sentence rarely takes more. */
  private static final int LINES = 3;

  private OwnWords() {}

  /** The first words of a mail; of a patch, of its log. */
  public static Optional<Excerpt> first(StoredMail mail) {
    int from = mail.posting() instanceof Posting.Patch patch ? patch.logLine() : 1;
    return find(mail, from, OwnWords::isWords);
  }

  /** The first words of each reply among these mails, in their order. */
  static List<Excerpt> ofReplies(Index index, List<MailHead> mails) {
    return mails.stream()
        .filter(head -> head.kind() == MailKind.REPLY)
        .flatMap(head -> index.mail(head.id()).stream())
        .flatMap(stored -> first(stored).stream())
        .toList();
  }

  /** The first own line that names an identifier, with what follows it. */
  public static Optional<Excerpt> naming(StoredMail mail, String identifier) {
    return find(mail, 1, Identifiers.naming(identifier));
  }

  /** The first own line that is as wanted, with what follows it. */
  static Optional<Excerpt> matching(StoredMail mail, Predicate<String> wanted) {
    return find(mail, 1, wanted);
  }

  /** The first words from a line on, which is 1-based. */
  static Optional<Excerpt> from(StoredMail mail, int line) {
    return find(mail, line, OwnWords::isWords);
  }

  /**
   * What the sender says below the place where he quotes a line; empty where he does not quote it. Deeper quotes do not
   * count: who answers an answer speaks of that.
   */
  public static Optional<Excerpt> below(StoredMail mail, String quotedLine) {
    OwnLines lines = OwnLines.of(mail.posting());
    String wanted = quotedLine.strip();
    int[] at = IntStream.rangeClosed(1, lines.count())
        .filter(line -> lines.depth(line) == 1 && isWords(wanted)
            && lines.text(line).strip().endsWith(wanted))
        .limit(1)
        .toArray();
    return at.length == 0 ? Optional.empty() : find(mail, at[0], OwnWords::isWords);
  }

  private static Optional<Excerpt> find(StoredMail mail, int from, Predicate<String> wanted) {
    OwnLines lines = OwnLines.of(mail.posting());
    return IntStream.rangeClosed(from, lines.end())
        .filter(line -> lines.isOwn(line) && wanted.test(lines.text(line).strip()))
        .mapToObj(line -> excerpt(mail, line, lines.words(line, LINES)))
        .findFirst();
  }

  private static Excerpt excerpt(StoredMail mail, int line, String words) {
    return new Excerpt(new Anchor.OfMail(mail.head()), line, words);
  }

  /** More than a bracket or a mark. */
  private static boolean isWords(String line) {
    return line.length() > 2;
  }
}
