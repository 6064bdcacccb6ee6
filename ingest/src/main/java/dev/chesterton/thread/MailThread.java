package dev.chesterton.thread;

import java.util.List;
import java.util.stream.Stream;

/**
 * A tree of replies, written down in reading order.
 *
 * @param nodes root first, each node before what hangs on it (pre-order), siblings by date, then
 *     id; never empty, and holds at least one mail that is not a ghost
 */
public record MailThread<T>(List<ThreadNode<T>> nodes) {

  public MailThread {
    nodes = List.copyOf(nodes);
  }

  /** The mail that began it, or the ghost of it. */
  public ThreadNode<T> root() {
    return nodes.getFirst();
  }

  /** Payloads in reading order, ghosts left out. */
  public Stream<T> payloads() {
    return nodes.stream().flatMap(node -> node.payload().stream());
  }

  /** Number of mails, ghosts left out. */
  public int size() {
    return (int) nodes.stream().filter(node -> !node.isGhost()).count();
  }
}
