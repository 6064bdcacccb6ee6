package dev.chesterton.thread;

import java.util.Arrays;

/**
 * Trees over numbered nodes that only ever grow together: each node is hung up once, and a link
 * that would close a circle is refused. Circles are seen by union-find, so 100,000 links cost
 * little more than 100,000 steps, however deep the trees.
 */
final class Forest {

  static final int NONE = -1;

  private int[] parents = new int[16];
  private int[] leaders = new int[16];
  private int size;

  /** A new node that hangs on nothing yet; numbers go up from 0. */
  int add() {
    if (size == parents.length) {
      parents = Arrays.copyOf(parents, size * 2);
      leaders = Arrays.copyOf(leaders, size * 2);
    }
    parents[size] = NONE;
    leaders[size] = size;
    return size++;
  }

  int size() {
    return size;
  }

  int parent(int node) {
    return parents[node];
  }

  /**
   * False where {@code child} hangs already or the link would close a circle; then nothing has
   * changed.
   */
  boolean hang(int child, int parent) {
    int tree = leader(parent);
    if (parents[child] != NONE || leader(child) == tree) {
      return false;
    }
    parents[child] = parent;
    leaders[leader(child)] = tree;
    return true;
  }

  private int leader(int node) {
    int leader = node;
    while (leaders[leader] != leader) {
      leaders[leader] = leaders[leaders[leader]];
      leader = leaders[leader];
    }
    return leader;
  }
}
