package dev.chesterton.patch;

import dev.chesterton.change.Citation;
import dev.chesterton.change.Citations;
import dev.chesterton.change.DiffParser;
import dev.chesterton.change.DiffText;
import dev.chesterton.change.TextLines;
import dev.chesterton.change.Trailer;
import dev.chesterton.change.Trailers;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.Message;
import dev.chesterton.mail.MessageParser;
import dev.chesterton.mail.Quote;
import dev.chesterton.mail.Quotes;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what part a mail plays in a review and takes it apart accordingly.
 *
 * <p>The subject decides first, then the text, and the threading headers only where both are silent:
 * version 2 of a patch is often sent as an answer to version 1 and is a patch all the same.
 */
public final class PatchParser {

  private final Message message;
  private final boolean draft;
  private final ReadLimits limits;
  private final TextLines lines;
  private final Subject subject;
  private final List<Quote> quotes;
  private final List<Problem> quoteProblems;
  private final List<Citation> allCitations;
  private final List<Citation> citations;
  private final List<Problem> problems = new ArrayList<>();

  private PatchParser(Message message, ReadLimits limits, boolean draft) {
    this.draft = draft;
    this.message = message;
    this.limits = limits;
    this.lines = TextLines.of(message.text());
    this.subject = SubjectParser.parse(message.subject());
    Parsed<List<Quote>> quoted = Quotes.of(message);
    this.quotes = quoted.value();
    this.quoteProblems = quoted.problems();
    this.allCitations = Citations.of(lines);
    this.citations = allCitations.subList(0, Math.min(allCitations.size(), limits.maxCitations()));
  }

  /** What this room and the mail room make of a mail, with the problems of both. */
  public static Parsed<Posting> read(RawMail mail, ReadLimits limits) {
    return read(MessageParser.parse(mail, limits), limits, false);
  }

  /** As above, of a mail as it lies before it is sent: see {@link MessageParser#parseDraft}. A patch has no id then. */
  public static Parsed<Posting> readDraft(RawMail mail, ReadLimits limits) {
    return read(MessageParser.parseDraft(mail, limits), limits, true);
  }

  private static Parsed<Posting> read(Parsed<Message> message, ReadLimits limits, boolean draft) {
    Parsed<Posting> posting = parse(message.value(), limits, draft);
    List<Problem> problems = new ArrayList<>(message.problems());
    problems.addAll(posting.problems());
    return new Parsed<>(posting.value(), problems);
  }

  /** Every message is one of the four; problems are those of its quotes, its citations and its diff. */
  public static Parsed<Posting> parse(Message message, ReadLimits limits) {
    return parse(message, limits, false);
  }

  private static Parsed<Posting> parse(Message message, ReadLimits limits, boolean draft) {
    PatchParser parser = new PatchParser(message, limits, draft);
    Posting posting = parser.posting();
    List<Problem> all = new ArrayList<>(parser.quoteProblems);
    all.addAll(parser.citationProblems());
    all.addAll(parser.problems);
    return new Parsed<>(posting, all);
  }

  private List<Problem> citationProblems() {
    return citations.size() == allCitations.size()
        ? List.of()
        : List.of(new Problem("", "%d citations; only the first %d count"
            .formatted(allCitations.size(), citations.size())));
  }

  private Posting posting() {
    if (subject.reply()) {
      return reply();
    }
    if (subject.isCover()) {
      return new Posting.CoverLetter(message, subject, ownTrailers(DiffText.NONE), citations,
          quotes);
    }
    MailLayout layout = MailLayout.of(lines);
    DiffText diff = subject.isPullRequest() ? DiffText.NONE : diff(layout.breakLine());
    if (!diff.isEmpty() && (subject.isPatch() || layout.separated())) {
      return patch(layout, diff);
    }
    return answers() ? reply() : letter(diff);
  }

  /** By its headers; a copy without headers answers whom it quotes by name. */
  private boolean answers() {
    return !message.inReplyTo().isEmpty() || !message.references().isEmpty()
        || (message.subject().isEmpty() && quotesSomebody());
  }

  private boolean quotesSomebody() {
    for (Quote quote : quotes) {
      if (quote.depth() > 0 && quote.who().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private DiffText diff(int firstLine) {
    Parsed<DiffText> parsed = draft ? DiffParser.parseWithoutId(lines, firstLine, limits)
        : DiffParser.parse(lines, firstLine, limits);
    problems.clear();
    problems.addAll(parsed.problems());
    return parsed.value();
  }

  private Posting patch(MailLayout layout, DiffText diff) {
    String log = layout.log(lines);
    int notesLine = layout.breakLine() + (layout.separated() ? 1 : 0);
    Mailbox author = layout.author().orElse(message.author());
    Subject titled = layout.title()
        .map(title -> subject.titled(SubjectParser.parse(title).title()))
        .orElse(subject);
    return new Posting.Patch(message, titled, author, log,
        lines.range(notesLine, diff.firstLine() - 1), layout.logLine(), diff.firstLine(),
        Trailers.ofLog(log, layout.logLine()), citations, quotes, diff.change(), diff.patchId());
  }

  private Posting reply() {
    DiffText diff = diff(1);
    return new Posting.Reply(message, subject, ownTrailers(diff), citations, quotes, diff.change());
  }

  private Posting letter(DiffText diff) {
    if (diff.isEmpty()) {
      problems.clear();
    }
    return new Posting.Letter(message, subject, ownTrailers(diff), citations, quotes,
        diff.change());
  }

  /** Given by the sender: not quoted, and not inside a diff. */
  private List<Trailer> ownTrailers(DiffText diff) {
    boolean[] foreign = new boolean[lines.count() + 2];
    for (Quote quote : quotes) {
      mark(foreign, quote.fromLine(), quote.depth() > 0 && !quote.guessed() ? quote.toLine() : 0);
    }
    if (diff.firstLine() > 0) {
      mark(foreign, diff.firstLine(), diff.lastLine());
    }
    return Trailers.given(lines, number -> !foreign[number]);
  }

  private static void mark(boolean[] foreign, int from, int to) {
    for (int number = from; number <= to; number++) {
      foreign[number] = true;
    }
  }
}
