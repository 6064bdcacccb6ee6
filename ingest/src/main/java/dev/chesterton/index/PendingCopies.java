package dev.chesterton.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What is still to be done to mails that are in the store already: a copy more, a list less. Each would mean reading the
 * document back, which has first to be made a file where it is new, so it is done for many together. Bounded by bytes.
 */
final class PendingCopies {

  /** Copies held in memory; about 2,000 mails. */
  private static final long MAX_BYTES = 16 << 20;

  /** What a step weighs besides the bytes of its mail. */
  private static final int LEAST_BYTES = 256;

  private final Map<String, List<UnaryOperator<List<Copy>>>> steps = new TreeMap<>();
  private long bytes;
  private boolean removes;

  synchronized boolean has(String key) {
    return !steps.isEmpty() && steps.containsKey(key);
  }

  synchronized void add(String key, Copy copy) {
    put(key, copy.raw().bytes().length, copies -> with(copies, copy));
  }

  synchronized void removeList(String key, String list) {
    removes = true;
    put(key, 0, copies -> copies.stream().filter(copy -> !copy.list().equals(list)).toList());
  }

  private void put(String key, int weight, UnaryOperator<List<Copy>> step) {
    steps.computeIfAbsent(key, _ -> new ArrayList<>()).add(step);
    bytes += weight + LEAST_BYTES;
  }

  private static List<Copy> with(List<Copy> copies, Copy copy) {
    List<Copy> all = new ArrayList<>(copies);
    all.add(copy);
    return all;
  }

  synchronized boolean isEmpty() {
    return steps.isEmpty();
  }

  /** Something in the store is there no more. */
  synchronized boolean removes() {
    return removes;
  }

  synchronized boolean isMuch() {
    return bytes > MAX_BYTES;
  }

  /** Hands out all that is to be done, and forgets it. */
  synchronized Map<String, List<UnaryOperator<List<Copy>>>> take() {
    Map<String, List<UnaryOperator<List<Copy>>>> taken = new TreeMap<>(steps);
    steps.clear();
    bytes = 0;
    removes = false;
    return taken;
  }
}
