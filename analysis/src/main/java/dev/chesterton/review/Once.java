package dev.chesterton.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A list that is looked up when it is first asked for: most findings ask for little. For one thread. */
final class Once<T> {
  private final Supplier<List<T>> lookup;
  private final List<List<T>> found = new ArrayList<>(1);

  Once(Supplier<List<T>> lookup) {
    this.lookup = lookup;
  }

  List<T> get() {
    if (found.isEmpty()) {
      found.add(lookup.get());
    }
    return found.getFirst();
  }
}
