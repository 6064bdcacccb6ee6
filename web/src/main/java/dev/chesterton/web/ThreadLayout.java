package dev.chesterton.web;

import dev.chesterton.change.Citation;
import dev.chesterton.change.Trailer;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.StoredMail;
import dev.chesterton.index.ThreadMember;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.thread.ThreadNode;
import dev.chesterton.web.door.Refusal;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.Dates;
import dev.chesterton.web.view.MailView;
import dev.chesterton.web.view.QuotedSource;
import dev.chesterton.web.view.ReplyText;
import dev.chesterton.web.view.TextWriter;
import dev.chesterton.web.view.ThreadShape;
import dev.chesterton.web.view.ThreadView;
import dev.chesterton.web.view.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays out one thread: which mails are shown whole, which only as a line of the tree. */
final class ThreadLayout {
  /** Limits of docs/limits.md. */
  private static final int MOST_MAILS = 200;
  private static final int DEEPEST = 12;

  private final ThreadNodes tree;
  private final ThreadNodes thread;
  private final boolean flat;
  private final int begin;
  private final Snapshot snapshot;
  private final List<MailHead> heads;
  /** By content hash, since several mails may use one id. */
  private final Map<String, StoredMail> shown = new LinkedHashMap<>();
  /** By content hash, those that use the same id. */
  private final Map<String, List<StoredMail>> others = new HashMap<>();
  /** By content hash, the first mail of the page that has the text. */
  private final Map<String, Integer> begins = new HashMap<>();

  /** @param skip mails passed over, from 0; the page begins with the one of 200 it falls into */
  ThreadLayout(ThreadNodes tree, boolean flat, int skip, Snapshot snapshot) {
    this.tree = tree;
    this.thread = flat ? tree.flat() : tree;
    this.flat = flat;
    this.begin = skip / MOST_MAILS * MOST_MAILS;
    this.snapshot = snapshot;
    this.heads = thread.heads().toList();
    if (skip < 0 || skip > 0 && begin >= heads.size()) {
      throw Refusal.badRequest("skip is a number from 0 to below " + heads.size()
          + ", the mails of this thread");
    }
    for (int i = 0; i < heads.size(); i++) {
      begins.put(heads.get(i).contentHash(), i / MOST_MAILS * MOST_MAILS);
    }
    heads.stream()
        .skip(begin)
        .limit(MOST_MAILS)
        .forEach(this::open);
  }

  private void open(MailHead head) {
    for (StoredMail mail : snapshot.index().mails(head.id())) {
      if (mail.head().contentHash().equals(head.contentHash())) {
        shown.putIfAbsent(head.contentHash(), mail);
      } else {
        others.computeIfAbsent(head.contentHash(), _ -> new ArrayList<>()).add(mail);
      }
    }
  }

  /** @param mail address of the mail the thread was asked for */
  ThreadView view(String mail) {
    MailHead first = heads.stream()
        .findFirst()
        .orElseThrow(() -> Missing.mail(thread.asked(), snapshot));
    String self = mail + (flat ? "T/" : "t/");
    Map<MessageId, StoredMail> answered = new HashMap<>();
    shown.values().forEach(stored -> answered.putIfAbsent(stored.head().id(), stored));
    return new ThreadView(Words.plain(first.title()), Words.of(first.title()), heads.size(), flat,
        thread.nodes().stream().map(node -> line(node, self)).toList(), shape(),
        shown.values().stream().map(stored -> letter(stored, answered)).toList(), part(self),
        snapshot.index().mail(thread.asked()).map(ReplyText::of).stream().toList(),
        new ThreadView.Forms(self + ".json", flat ? mail + "t/" : "", flat ? "" : mail + "T/",
            mail + "t.mbox.gz", mail + "t.atom"));
  }

  /** Of the mails whose text is on the page. */
  private ThreadShape shape() {
    return ThreadOutline.of(tree, thread.nodes(), begin, MOST_MAILS,
        head -> shown.containsKey(head.contentHash()) ? "#" + anchor(head) : "");
  }

  private ThreadView.Part part(String self) {
    int end = Math.min(begin + MOST_MAILS, heads.size());
    String previous = begin == 0 ? "" : page(self, begin - MOST_MAILS);
    String next = end < heads.size() ? page(self, end) : "";
    return new ThreadView.Part(begin + 1, end, heads.size() - (end - begin), previous, next);
  }

  private static String page(String self, int skip) {
    return skip == 0 ? self : self + "?skip=" + skip;
  }

  private ThreadView.Line line(ThreadNode<ThreadMember> node, String self) {
    String indent = node.depth() <= DEEPEST ? "  ".repeat(node.depth())
        : "  ".repeat(DEEPEST) + ">> ";
    return node.payload()
        .map(member -> line(indent, member.head(), self))
        .orElseGet(() -> new ThreadView.Line(indent, "", Words.NONE, Words.of(node.id().value()),
            "", Address.lore(node.id()), true, node.id().equals(thread.asked())));
  }

  private ThreadView.Line line(String indent, MailHead head, String self) {
    Optional<StoredMail> mail = Optional.ofNullable(shown.get(head.contentHash()));
    int page = begins.getOrDefault(head.contentHash(), begin);
    String address = (page == begin ? "" : page(self, page)) + "#" + anchor(head);
    return new ThreadView.Line(indent, Dates.minute(head.sent()), Words.of(head.author().display()),
        Words.of(head.title()), mail.map(stored -> marks(stored.posting())).orElse(""),
        page == begin && mail.isEmpty() ? Address.mail(head) : address, false,
        head.id().equals(thread.asked()));
  }

  private ThreadView.Letter letter(StoredMail mail, Map<MessageId, StoredMail> answered) {
    MailHead head = mail.head();
    return new ThreadView.Letter(anchor(head), Words.of(head.title()),
        Words.of(head.author().toString()), Dates.minute(head.sent()), Address.mail(head),
        mail.posting() instanceof Posting.Patch ? Address.review(head.id()) : "",
        others.getOrDefault(head.contentHash(), List.of()).stream().map(MailView::other).toList(),
        TextWriter.of(mail.posting(), snapshot, anchor(head) + "-", quoted(mail, answered))
            .write());
  }

  /** Leads quoted lines to those of the mail it answers, on this page or on the page of that mail. */
  private Map<Integer, String> quoted(StoredMail mail, Map<MessageId, StoredMail> answered) {
    return mail.posting()
        .message()
        .inReplyTo()
        .stream()
        .flatMap(id -> Optional.ofNullable(answered.get(id))
            .or(() -> snapshot.index().mail(id))
            .stream())
        .findFirst()
        .map(parent -> QuotedSource.of(parent.posting().message(),
            shown.containsKey(parent.head().contentHash()) ? "#" + anchor(parent.head()) + "-q"
                : Address.mail(parent.head()) + "#q")
            .repeatedBy(mail.posting()))
        .orElse(Map.of());
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
