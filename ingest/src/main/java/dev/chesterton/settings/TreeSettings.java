package dev.chesterton.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One code repository.
 *
 * @param name begins with a letter or digit, then those and {@code . _ -}
 * @param path work tree or git folder, absolute
 * @param branches names of branches, never revision expressions; the checked-out one when there are none
 */
public record TreeSettings(String name, Path path, List<String> branches) {
  public TreeSettings {
    branches = List.copyOf(branches);
  }

  /** Each branch to be read; the empty one is the checked-out. */
  public List<Optional<String>> toRead() {
    return branches.isEmpty()
        ? List.of(Optional.empty())
        : branches.stream().map(Optional::of).toList();
  }
}
