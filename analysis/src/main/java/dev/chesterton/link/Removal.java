package dev.chesterton.link;

import dev.chesterton.change.FilePath;
import dev.chesterton.change.LineKeys;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a patch takes away, to look for others that took the same away.
 *
 * @param lines keys of the lines
 * @param functions names of those that vanish
 * @param files names without folders, which change while the names stay; empty where the lines may be from anywhere
 */
public record Removal(LineKeys lines, Set<String> functions, Set<String> files) {
  public Removal {
    functions = Set.copyOf(functions);
    files = Set.copyOf(files);
  }

  /** Of lines alone, wherever they may be from. */
  public static Removal of(LineKeys lines) {
    return new Removal(lines, Set.of(), Set.of());
  }

  /** From files with these paths. */
  public static Removal of(LineKeys lines, Set<String> functions, Collection<FilePath> paths) {
    return new Removal(lines, functions,
        paths.stream().map(FilePath::name).collect(Collectors.toSet()));
  }

  /** Whether one of these paths has the name of a file of ours. */
  boolean isFrom(Collection<FilePath> paths) {
    return files.isEmpty() || paths.stream().map(FilePath::name).anyMatch(files::contains);
  }
}
