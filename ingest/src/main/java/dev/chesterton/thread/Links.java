package dev.chesterton.thread;

import dev.chesterton.mail.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which mail hangs on which; nodes 0 to n-1 are the entries in the order given, those from n on are
 * ghosts.
 */
final class Links {

  private final Forest forest = new Forest();
  private final Map<MessageId, Integer> nodes = new HashMap<>();
  private final List<MessageId> ghosts = new ArrayList<>();
  private final int mails;

  /**
   * Hangs all up.
   *
   * @param sorted oldest first; an id that two of them have means the older one
   */
  Links(List<? extends ThreadEntry<?>> sorted) {
    mails = sorted.size();
    for (ThreadEntry<?> entry : sorted) {
      nodes.putIfAbsent(entry.id(), forest.add());
    }
    for (int node = 0; node < mails; node++) {
      for (MessageId other : sorted.get(node).otherIds()) {
        nodes.putIfAbsent(other, node);
      }
    }
    // Newest first: in a circle of replies the link that is refused is then the oldest mail's,
    // which becomes the root.
    for (int node = mails - 1; node >= 0; node--) {
      place(node, sorted.get(node));
    }
  }

  Forest forest() {
    return forest;
  }

  /** The id of a node that is a ghost. */
  MessageId ghost(int node) {
    return ghosts.get(node - mails);
  }

  boolean isGhost(int node) {
    return node >= mails;
  }

  private void place(int node, ThreadEntry<?> entry) {
    List<MessageId> answered = nearestFirst(entry.inReplyTo());
    boolean placed = hangOnMailAtHand(node, answered)
        || hangOnNearest(node, nearestFirst(entry.references()))
        || hangOnNearest(node, answered);
    if (!placed) {
      // A second mail with a used id that answers nothing stays beside the first.
      forest.hang(node, nodes.getOrDefault(entry.id(), node));
    }
  }

  private static List<MessageId> nearestFirst(List<MessageId> ids) {
    int from = Math.max(0, ids.size() - ThreadBuilder.MAX_REFERENCES);
    return ids.subList(from, ids.size()).reversed();
  }

  private boolean hangOnMailAtHand(int node, List<MessageId> ids) {
    for (MessageId id : ids) {
      Integer parent = nodes.get(id);
      if (parent != null && !isGhost(parent) && forest.hang(node, parent)) {
        return true;
      }
    }
    return false;
  }

  private boolean hangOnNearest(int node, List<MessageId> ids) {
    for (int i = 0; i < ids.size(); i++) {
      int parent = nodeOrGhost(ids.get(i));
      if (forest.hang(node, parent)) {
        hangGhosts(parent, ids.subList(i + 1, ids.size()));
        return true;
      }
    }
    return false;
  }

  /** A ghost has no headers of its own: the mail that names it tells what stood before it. */
  private void hangGhosts(int nearest, List<MessageId> before) {
    int child = nearest;
    for (MessageId id : before) {
      if (!isGhost(child) || forest.parent(child) != Forest.NONE) {
        return;
      }
      int parent = nodeOrGhost(id);
      if (forest.hang(child, parent)) {
        child = parent;
      }
    }
  }

  private int nodeOrGhost(MessageId id) {
    return nodes.computeIfAbsent(id, unknown -> {
      ghosts.add(unknown);
      return forest.add();
    });
  }
}
