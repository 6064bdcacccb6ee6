package dev.chesterton.link;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Index;
import dev.chesterton.index.StoredMail;
import dev.chesterton.mail.Quote;
import dev.chesterton.patch.Posting;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the sender of a mail says himself: lines that are neither quoted nor attribution, greeting or signature. */
public final class OwnWords {

  /** Lines joined into one excerpt: a sentence rarely takes more. */
  private static final int LINES = 3;

  /** A name or two, then a mark or nothing: "Hi, this breaks mmap" is more than a greeting. */
  private static final Pattern GREETING = Pattern
      .compile("(?i)(hi|hello|dear|hey)( [\\p{L}.'-]+){0,3} ?[,!.]?");

  private OwnWords() {}

  /** The first words of a mail; of a patch, of its log. */
  public static Optional<Excerpt> first(StoredMail mail) {
    int from = mail.posting() instanceof Posting.Patch patch ? patch.logLine() - 1 : 0;
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
    return find(mail, 0, Identifiers.naming(identifier));
  }

  /** The first own line that is as wanted, with what follows it. */
  static Optional<Excerpt> matching(StoredMail mail, Predicate<String> wanted) {
    return find(mail, 0, wanted);
  }

  /**
   * What the sender says below the place where he quotes a line; empty where he does not quote it. Deeper quotes do not
   * count: who answers an answer speaks of that.
   */
  public static Optional<Excerpt> below(StoredMail mail, String quotedLine) {
    List<String> lines = mail.posting().message().lines();
    String wanted = quotedLine.strip();
    int[] depths = depths(lines.size(), mail.posting().quotes());
    int[] at = IntStream.range(0, lines.size())
        .filter(i -> depths[i] == 1 && isWords(wanted) && lines.get(i).strip().endsWith(wanted))
        .limit(1)
        .toArray();
    return at.length == 0 ? Optional.empty() : find(mail, at[0], OwnWords::isWords);
  }

  private static Optional<Excerpt> find(StoredMail mail, int from, Predicate<String> wanted) {
    Posting posting = mail.posting();
    List<String> lines = posting.message().lines();
    int[] depths = depths(lines.size(), posting.quotes());
    int end = end(posting);
    return IntStream.range(from, end)
        .filter(i -> depths[i] == 0 && !isFrame(lines, i) && wanted.test(lines.get(i).strip()))
        .mapToObj(
            i -> new Excerpt(new Anchor.OfMail(mail.head()), i + 1, words(lines, depths, i, end)))
        .findFirst();
  }

  private static String words(List<String> lines, int[] depths, int from, int end) {
    StringBuilder words = new StringBuilder();
    for (int i = from; i < Math.min(from + LINES, end) && depths[i] == 0
        && !lines.get(i).isBlank(); i++) {
      words.append(lines.get(i).strip()).append(' ');
    }
    return words.toString();
  }

  private static int[] depths(int count, List<Quote> quotes) {
    int[] depths = new int[count];
    for (Quote quote : quotes) {
      for (int line = quote.fromLine(); line <= Math.min(quote.toLine(), count); line++) {
        depths[line - 1] = quote.depth();
      }
    }
    return depths;
  }

  /** More than a bracket or a mark. */
  private static boolean isWords(String line) {
    return line.length() > 2;
  }

  /** An attribution, which may be wrapped, or a greeting. */
  private static boolean isFrame(List<String> lines, int at) {
    String line = lines.get(at).strip();
    String next = at + 1 < lines.size() ? lines.get(at + 1).strip() : "";
    return line.endsWith("wrote:")
        || line.startsWith("On ") && (line.contains(" wrote") || next.endsWith("wrote:"))
        || GREETING.matcher(line).matches();
  }

  /** Index behind the last line of prose: that of a log, or the line {@code -- } that begins a signature. */
  private static int end(Posting posting) {
    if (posting instanceof Posting.Patch patch) {
      return patch.logLine() - 1 + (int) patch.log().lines().count();
    }
    List<String> lines = posting.message().lines();
    int signature = lines.lastIndexOf("-- ");
    return signature < 0 ? lines.size() : signature;
  }
}
