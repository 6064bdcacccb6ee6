package dev.chesterton.web;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.StoredMail;
import dev.chesterton.index.ThreadMember;
import dev.chesterton.mail.MessageId;
import dev.chesterton.thread.MailThread;
import dev.chesterton.thread.ThreadBuilder;
import dev.chesterton.thread.ThreadEntry;
import dev.chesterton.thread.ThreadNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that hangs together with a mail.
 *
 * @param asked the mail the thread was asked for; it need not be here itself
 * @param nodes in reading order
 */
record ThreadNodes(MessageId asked, List<ThreadNode<ThreadMember>> nodes) {

  ThreadNodes {
    nodes = List.copyOf(nodes);
  }

  /**
   * The tree.
   *
   * @throws dev.chesterton.web.door.Refusal where neither the mail nor an answer to it is here
   */
  static ThreadNodes of(MessageId id, Snapshot snapshot) {
    List<ThreadMember> members = snapshot.index().thread(id);
    if (members.isEmpty()) {
      throw Missing.mail(id, snapshot);
    }
    List<ThreadEntry<ThreadMember>> entries = members.stream()
        .map(member -> new ThreadEntry<>(member.head().id(), List.of(), member.inReplyTo(),
            member.references(), member.head().instant(), member.head().contentHash(), member))
        .toList();
    return new ThreadNodes(id, ThreadBuilder.build(entries)
        .stream()
        .map(MailThread::nodes)
        .flatMap(List::stream)
        .toList());
  }

  /** The same mails by date, each at the left edge, without those that are not here. */
  ThreadNodes flat() {
    return new ThreadNodes(asked, nodes.stream()
        .filter(node -> !node.isGhost())
        .sorted(Comparator.comparing((ThreadNode<ThreadMember> node) -> node.date())
            .thenComparing(ThreadNode::id))
        .map(node -> new ThreadNode<>(node.id(), 0, node.parent(), node.date(), node.payload()))
        .toList());
  }

  /** The mails that are here, in order. */
  Stream<MailHead> heads() {
    return nodes.stream().flatMap(node -> node.payload().stream()).map(ThreadMember::head);
  }

  /** Opens one of its mails; several may use one id, so the content tells which. */
  static Optional<StoredMail> open(MailHead head, Snapshot snapshot) {
    return snapshot.index()
        .mails(head.id())
        .stream()
        .filter(mail -> mail.head().contentHash().equals(head.contentHash()))
        .findFirst();
  }
}
