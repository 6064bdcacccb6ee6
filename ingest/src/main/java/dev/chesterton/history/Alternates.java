package dev.chesterton.history;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Object folders that a repository borrows from (gitrepository-layout(5),
 * {@code objects/info/alternates}). Those below the repository's own folder are read, others are
 * somebody else's and are not (SECURITY.md).
 */
final class Alternates {

  /** Git follows five levels, too. */
  private static final int MAX_FOLDERS = 5;
  private static final int MAX_BYTES = 64 << 10;

  /** A line that names nothing there is, so that the folder counts as borrowing from outside. */
  private static final String[] UNREADABLE = {"\0"};

  private final Path home;
  private final Path own;
  private final Set<Path> allowed = new LinkedHashSet<>();
  private boolean hasIgnored;

  Alternates(RepositoryFolder folder) {
    home = folder.commonDir();
    Deque<Path> open = new ArrayDeque<>();
    own = folder.objects();
    open.add(own);
    while (!open.isEmpty()) {
      Path objects = open.remove();
      for (String line : lines(objects)) {
        follow(objects, line, open);
      }
    }
  }

  /** Never null: JGit reads the file by itself when it gets none. */
  File[] allowed() {
    // JGit would read the alternates of an alternate unasked; with anything ignored, none is taken.
    return hasIgnored ? new File[0] : allowed.stream().map(Path::toFile).toArray(File[]::new);
  }

  boolean hasIgnored() {
    return hasIgnored;
  }

  private void follow(Path objects, String line, Deque<Path> open) {
    try {
      Path named = objects.resolve(line).toRealPath();
      if (named.startsWith(home) && allowed.size() < MAX_FOLDERS) {
        if (!named.equals(own) && allowed.add(named)) {
          open.add(named);
        }
        return;
      }
      hasIgnored = true;
    } catch (IOException | InvalidPathException e) {
      // It does not exist, so objects from there are missing: as if it were outside.
      hasIgnored = true;
    }
  }

  private static String[] lines(Path objects) {
    Path file = objects.resolve("info/alternates");
    if (!Files.isRegularFile(file)) {
      return new String[0];
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      return bytes.length > MAX_BYTES
          ? UNREADABLE.clone()
          : new String(bytes, StandardCharsets.UTF_8).lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toArray(String[]::new);
    } catch (IOException e) {
      return UNREADABLE.clone();
    }
  }
}
