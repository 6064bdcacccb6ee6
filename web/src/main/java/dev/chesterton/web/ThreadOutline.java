package dev.chesterton.web;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.ThreadMember;
import dev.chesterton.mail.MessageId;
import dev.chesterton.thread.ThreadNode;
import dev.chesterton.web.view.ThreadShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What of a thread is drawn beside its mails: those of one page, as deep as they hang in the tree. */
final class ThreadOutline {

  private ThreadOutline() {}

  /**
   * Draws a part of a thread.
   *
   * @param order all places from top to bottom
   * @param begin mails passed over
   * @param most mails drawn
   * @param addresses of a mail on the page; empty where its text is not there
   */
  static ThreadShape of(ThreadNodes tree, List<ThreadNode<ThreadMember>> order, int begin,
      int most, Function<MailHead, String> addresses) {
    Map<MessageId, Integer> depths = new HashMap<>();
    tree.nodes().forEach(node -> depths.putIfAbsent(node.id(), node.depth()));
    Map<MessageId, Integer> places = new HashMap<>();
    List<ThreadShape.Stem> stems = new ArrayList<>();
    List<ThreadNode<ThreadMember>> part = part(order, begin, most);
    for (ThreadNode<ThreadMember> node : part) {
      Optional<MailHead> head = node.payload().map(ThreadMember::head);
      stems.add(new ThreadShape.Stem(depths.getOrDefault(node.id(), 0),
          node.parent().map(parent -> places.getOrDefault(parent, -1)).orElse(-1),
          head.filter(mail -> mail.kind() == MailKind.PATCH).isPresent(),
          node.id().equals(tree.asked()), head.map(addresses).orElse("")));
      places.putIfAbsent(node.id(), stems.size() - 1);
    }
    return ThreadShape.of(stems, begin + 1, Math.toIntExact(tree.heads().count()));
  }

  /** From the first mail to the last, with the places between them that have no mail. */
  private static List<ThreadNode<ThreadMember>> part(List<ThreadNode<ThreadMember>> order,
      int begin, int most) {
    List<ThreadNode<ThreadMember>> part = new ArrayList<>();
    int mails = 0;
    for (ThreadNode<ThreadMember> node : order) {
      if (mails >= begin && mails < begin + most) {
        part.add(node);
      }
      mails += node.isGhost() ? 0 : 1;
    }
    return part;
  }
}
