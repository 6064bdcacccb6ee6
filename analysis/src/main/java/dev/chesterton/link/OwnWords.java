package dev.chesterton.link;

import dev.chesterton.index.StoredMail;
import dev.chesterton.mail.Quote;
import dev.chesterton.patch.Posting;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What the sender of a mail says himself: lines that are neither quoted nor attribution, greeting or signature. */
public final class OwnWords {

  /** Lines joined into one excerpt: a sentence rarely takes more. */
  private static final int LINES = 3;

  private OwnWords() {}

  /** The first words of a mail. */
  public static Optional<Excerpt> first(StoredMail mail) {
    return find(mail, 0, line -> line.length() > 2);
  }

  /** The first own line that names an identifier, with what follows it. */
  public static Optional<Excerpt> naming(StoredMail mail, String identifier) {
    return find(mail, 0, Identifiers.naming(identifier));
  }

  /** What the sender says below the place where he quotes a line; empty where he does not quote it. */
  public static Optional<Excerpt> below(StoredMail mail, String quotedLine) {
    List<String> lines = mail.posting().message().lines();
    String wanted = quotedLine.strip();
    boolean[] quoted = quoted(lines.size(), mail.posting().quotes());
    int[] at = IntStream.range(0, lines.size())
        .filter(i -> quoted[i] && wanted.length() > 2 && lines.get(i).endsWith(wanted))
        .limit(1)
        .toArray();
    return at.length == 0 ? Optional.empty() : find(mail, at[0], line -> line.length() > 2);
  }

  private static Optional<Excerpt> find(StoredMail mail, int from, Predicate<String> wanted) {
    Posting posting = mail.posting();
    List<String> lines = posting.message().lines();
    boolean[] quoted = quoted(lines.size(), posting.quotes());
    int end = signature(lines);
    return IntStream.range(from, end)
        .filter(i -> !quoted[i] && !isFrame(lines.get(i)) && wanted.test(lines.get(i).strip()))
        .mapToObj(
            i -> new Excerpt(new Anchor.OfMail(mail.head()), i + 1, words(lines, quoted, i, end)))
        .findFirst();
  }

  private static String words(List<String> lines, boolean[] quoted, int from, int end) {
    StringBuilder words = new StringBuilder();
    for (int i = from; i < Math.min(from + LINES, end) && !quoted[i]
        && !lines.get(i).isBlank(); i++) {
      words.append(lines.get(i).strip()).append(' ');
    }
    return words.toString();
  }

  private static boolean[] quoted(int count, List<Quote> quotes) {
    boolean[] quoted = new boolean[count];
    for (Quote quote : quotes) {
      for (int line = quote.fromLine(); line <= Math.min(quote.toLine(), count); line++) {
        quoted[line - 1] = quote.depth() > 0;
      }
    }
    return quoted;
  }

  /** An attribution line, or a greeting. */
  private static boolean isFrame(String line) {
    String stripped = line.strip();
    return stripped.endsWith("wrote:") || stripped.startsWith("On ") && stripped.contains(" wrote")
        || stripped.matches("(?i)(hi|hello|dear|hey)\\b.{0,30}[,!.]?");
  }

  /** Index of the line {@code -- } that begins a signature, or the number of lines. */
  private static int signature(List<String> lines) {
    int at = lines.lastIndexOf("-- ");
    return at < 0 ? lines.size() : at;
  }
}
