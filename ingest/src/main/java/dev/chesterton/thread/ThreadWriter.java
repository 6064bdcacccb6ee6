package dev.chesterton.thread;

import dev.chesterton.mail.MessageId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Writes hung-up mails down as threads, root first. */
final class ThreadWriter<T> {

  private final List<ThreadEntry<T>> entries;
  private final Links links;
  private final Forest forest;
  private final boolean[] isDropped;
  private final Instant[] dates;

  ThreadWriter(List<ThreadEntry<T>> entries, Links links) {
    this.entries = entries;
    this.links = links;
    this.forest = links.forest();
    this.isDropped = chainedGhosts();
    this.dates = dates();
  }

  List<MailThread<T>> threads() {
    List<Integer> sorted = IntStream.range(0, forest.size())
        .filter(node -> !isDropped[node])
        .boxed()
        .sorted(Comparator.<Integer, Instant>comparing(node -> dates[node])
            .thenComparing(node -> id(node))
            .thenComparing(node -> node))
        .toList();
    List<Integer> roots = new ArrayList<>();
    List<List<Integer>> children = new ArrayList<>();
    for (int node = 0; node < forest.size(); node++) {
      children.add(new ArrayList<>(0));
    }
    for (int node : sorted) {
      int parent = parent(node);
      (parent == Forest.NONE ? roots : children.get(parent)).add(node);
    }
    return roots.stream().map(root -> thread(root, children)).toList();
  }

  private MailThread<T> thread(int root, List<List<Integer>> children) {
    List<ThreadNode<T>> nodes = new ArrayList<>();
    Deque<Step> open = new ArrayDeque<>();
    open.push(new Step(root, 0));
    while (!open.isEmpty()) {
      Step step = open.pop();
      nodes.add(node(step));
      children.get(step.node())
          .reversed()
          .forEach(child -> open.push(new Step(child, step.depth() + 1)));
    }
    return new MailThread<>(nodes);
  }

  private ThreadNode<T> node(Step step) {
    int node = step.node();
    int parent = parent(node);
    return new ThreadNode<>(id(node), step.depth(),
        parent == Forest.NONE ? Optional.empty() : Optional.of(id(parent)), dates[node],
        links.isGhost(node) ? Optional.empty() : Optional.of(entries.get(node).payload()));
  }

  /** Ghosts on which one ghost hangs and nothing else: a mail with 500 lost ancestors shows one. */
  private boolean[] chainedGhosts() {
    int[] mails = new int[forest.size()];
    int[] ghosts = new int[forest.size()];
    for (int node = 0; node < forest.size(); node++) {
      if (forest.parent(node) != Forest.NONE) {
        (links.isGhost(node) ? ghosts : mails)[forest.parent(node)]++;
      }
    }
    boolean[] chained = new boolean[forest.size()];
    for (int node = 0; node < chained.length; node++) {
      chained[node] = links.isGhost(node) && mails[node] == 0 && ghosts[node] == 1;
    }
    return chained;
  }

  /** A dropped ghost has one child, so each is stepped over once in all. */
  private int parent(int node) {
    int parent = forest.parent(node);
    while (parent != Forest.NONE && isDropped[parent]) {
      parent = forest.parent(parent);
    }
    return parent;
  }

  private Instant[] dates() {
    Instant[] dates = new Instant[forest.size()];
    Arrays.fill(dates, Instant.MAX);
    for (int mail = 0; mail < entries.size(); mail++) {
      Instant date = entries.get(mail).date();
      dates[mail] = date;
      // Entries stand oldest first: whichever mail reaches a ghost first is its oldest.
      for (int node = forest.parent(mail); node != Forest.NONE && links.isGhost(node)
          && dates[node].equals(Instant.MAX); node = forest.parent(node)) {
        dates[node] = date;
      }
    }
    return dates;
  }

  private MessageId id(int node) {
    return links.isGhost(node) ? links.ghost(node) : entries.get(node).id();
  }

  private record Step(int node, int depth) {}
}
