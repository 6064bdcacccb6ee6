package dev.chesterton.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A parsed text as plain arrays: the named nodes in the order they begin, parents first.
 *
 * <p>Node numbers are 0-based, the root is 0. Offsets count characters, end exclusive. Holds no
 * native memory; a walk over it is a loop over numbers, never a recursion.
 */
final class SyntaxTree {

  private int count;
  private int errors;
  private String[] types = new String[256];
  private String[] fields = new String[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int[] after = new int[256];

  /** Adds the next node; {@link #close} has to follow when its last child is added. */
  int open(String type, String field, int start, int end) {
    if (count == types.length) {
      grow();
    }
    types[count] = type;
    fields[count] = field;
    starts[count] = start;
    ends[count] = end;
    return count++;
  }

  void close(int node) {
    after[node] = count;
  }

  void countError() {
    errors++;
  }

  /** Nodes the grammar could not place, and tokens it had to invent. */
  int errors() {
    return errors;
  }

  int count() {
    return count;
  }

  String type(int node) {
    return types[node];
  }

  boolean is(int node, String type) {
    return types[node].equals(type);
  }

  int start(int node) {
    return starts[node];
  }

  int end(int node) {
    return ends[node];
  }

  /** The first node that is not below the given one, or {@link #count} at the end. */
  int after(int node) {
    return after[node];
  }

  /** Named children, in order. */
  List<Integer> children(int node) {
    List<Integer> result = new ArrayList<>();
    for (int child = node + 1; child < after[node]; child = after[child]) {
      result.add(child);
    }
    return result;
  }

  OptionalInt firstChild(int node) {
    return node + 1 < after[node] ? OptionalInt.of(node + 1) : OptionalInt.empty();
  }

  /** First child in a field of the grammar, {@code condition} for instance. */
  OptionalInt child(int node, String field) {
    for (int child = node + 1; child < after[node]; child = after[child]) {
      if (fields[child].equals(field)) {
        return OptionalInt.of(child);
      }
    }
    return OptionalInt.empty();
  }

  boolean isField(int node, String field) {
    return fields[node].equals(field);
  }

  private void grow() {
    int size = 2 * count;
    types = Arrays.copyOf(types, size);
    fields = Arrays.copyOf(fields, size);
    starts = Arrays.copyOf(starts, size);
    ends = Arrays.copyOf(ends, size);
    after = Arrays.copyOf(after, size);
  }
}
