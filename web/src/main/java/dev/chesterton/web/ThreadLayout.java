package dev.chesterton.web;

import dev.chesterton.change.Citation;
import dev.chesterton.change.Trailer;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.StoredMail;
import dev.chesterton.index.ThreadMember;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.thread.ThreadNode;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.Dates;
import dev.chesterton.web.view.ReplyText;
import dev.chesterton.web.view.TextWriter;
import dev.chesterton.web.view.ThreadView;
import dev.chesterton.web.view.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays out one thread: which mails are shown whole, which only as a line of the tree. */
final class ThreadLayout {

  /** Limits of docs/limits.md. */
  private static final int MOST_MAILS = 200;
  private static final int DEEPEST = 12;

  private final MessageId asked;
  private final List<ThreadNode<ThreadMember>> nodes;
  private final Snapshot snapshot;
  /** By content hash, since several mails may use one id. */
  private final Map<String, StoredMail> shown = new LinkedHashMap<>();

  ThreadLayout(MessageId asked, List<ThreadNode<ThreadMember>> nodes, Snapshot snapshot) {
    this.asked = asked;
    this.nodes = nodes;
    this.snapshot = snapshot;
    heads().limit(MOST_MAILS).forEach(head -> stored(head).ifPresent(this::show));
  }

  private java.util.stream.Stream<MailHead> heads() {
    return nodes.stream().flatMap(node -> node.payload().stream()).map(ThreadMember::head);
  }

  private Optional<StoredMail> stored(MailHead head) {
    return snapshot.index()
        .mails(head.id())
        .stream()
        .filter(mail -> mail.head().contentHash().equals(head.contentHash()))
        .findFirst();
  }

  private void show(StoredMail mail) {
    shown.put(mail.head().contentHash(), mail);
  }

  ThreadView view(String self) {
    MailHead first = heads().findFirst().orElseThrow(() -> Missing.mail(asked, snapshot));
    int size = (int) heads().count();
    return new ThreadView(Words.plain(first.title()), Words.of(first.title()), size,
        nodes.stream().map(this::line).toList(),
        shown.values().stream().map(this::letter).toList(), size - shown.size(),
        snapshot.index().mail(asked).map(ReplyText::of).stream().toList(), self);
  }

  private ThreadView.Line line(ThreadNode<ThreadMember> node) {
    String indent = node.depth() <= DEEPEST ? "  ".repeat(node.depth())
        : "  ".repeat(DEEPEST) + ">> ";
    return node.payload()
        .map(member -> line(indent, member.head()))
        .orElseGet(() -> new ThreadView.Line(indent, "", Words.NONE, Words.of(node.id().value()),
            "", Address.lore(node.id()), true, node.id().equals(asked)));
  }

  private ThreadView.Line line(String indent, MailHead head) {
    Optional<StoredMail> mail = Optional.ofNullable(shown.get(head.contentHash()));
    String address = mail.isPresent() ? "#" + anchor(head) : Address.mail(head);
    return new ThreadView.Line(indent, Dates.minute(head.sent()), Words.of(head.author().display()),
        Words.of(head.title()), mail.map(stored -> marks(stored.posting())).orElse(""), address,
        false, head.id().equals(asked));
  }

  private ThreadView.Letter letter(StoredMail mail) {
    MailHead head = mail.head();
    return new ThreadView.Letter(anchor(head), Words.of(head.title()),
        Words.of(head.author().toString()), Dates.minute(head.sent()), Address.mail(head),
        mail.posting() instanceof Posting.Patch ? Address.review(head.id()) : "",
        TextWriter.of(mail.posting(), snapshot, anchor(head) + "-").write());
  }

  private static String anchor(MailHead head) {
    return "m-" + head.contentHash().substring(0, 8);
  }

  /** P patch, N NAK, R Reviewed-by, A Acked-by, T test named, c3 three commits cited. */
  private static String marks(Posting posting) {
    StringBuilder marks = new StringBuilder();
    marks.append(posting instanceof Posting.Patch ? "P" : "");
    if (posting instanceof Posting.Reply reply) {
      marks.append(gives(reply.trailers(), "Nacked-by") ? "N" : "");
      marks.append(gives(reply.trailers(), "Reviewed-by") ? "R" : "");
      marks.append(gives(reply.trailers(), "Acked-by") ? "A" : "");
    }
    boolean test = posting.citations().stream().anyMatch(Citation.OfTest.class::isInstance);
    long commits = posting.citations()
        .stream()
        .filter(Citation.OfCommit.class::isInstance)
        .map(citation -> ((Citation.OfCommit) citation).hex())
        .distinct()
        .count();
    marks.append(test ? "T" : "").append(commits > 0 ? " c" + commits : "");
    return marks.toString().strip();
  }

  private static boolean gives(List<Trailer> trailers, String key) {
    return trailers.stream().anyMatch(trailer -> trailer.is(key));
  }
}
