package dev.chesterton.index;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is known of a document: its copies.
 *
 * @param copies the one that is shown first; none where there is no such document
 */
record Known(List<CopyId> copies) {
  static final Known NOTHING = new Known(List.of());

  Known {
    copies = List.copyOf(copies);
  }

  static Known of(Stream<CopyId> copies) {
    return new Known(copies.distinct().sorted().toList());
  }

  boolean isEmpty() {
    return copies.isEmpty();
  }

  boolean has(CopyId copy) {
    return copies.contains(copy);
  }

  Known with(CopyId copy) {
    return isEmpty() ? new Known(List.of(copy))
        : of(Stream.concat(copies.stream(), Stream.of(copy)));
  }

  Known withoutList(String list) {
    return of(copies.stream().filter(copy -> !copy.list().equals(list)));
  }

  /** Lists or trees, in alphabetical order. */
  List<String> names() {
    return copies.size() == 1 ? List.of(copies.getFirst().list())
        : List.copyOf(new TreeSet<>(copies.stream().map(CopyId::list).toList()));
  }
}
