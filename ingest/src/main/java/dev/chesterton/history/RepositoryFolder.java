package dev.chesterton.history;

import dev.chesterton.source.ArchiveException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/**
 * The folders of a repository, found without JGit's help, which would obey the settings on the way.
 *
 * @param gitDir has {@code HEAD}
 * @param commonDir has {@code objects} and {@code refs}; of a linked work tree not the same
 *     (gitrepository-layout(5))
 */
record RepositoryFolder(Path gitDir, Path commonDir) {

  /** The small files read here; git writes a line or two, a configuration some kilobytes. */
  private static final int MAX_TEXT_BYTES = 1 << 20;
  private static final List<String> OPENED = List.of("HEAD", "config", "packed-refs", "shallow");

  static RepositoryFolder find(Path folder, String name) {
    try {
      Path gitDir = gitDir(folder.toRealPath());
      RepositoryFolder found = new RepositoryFolder(gitDir, commonDir(gitDir));
      found.check(name);
      return found;
    } catch (IOException e) {
      throw new ArchiveException("tree '%s': cannot open '%s' (%s); %s"
          .formatted(name, folder, e.getClass().getSimpleName(), isPath(name)
              ? "name a work tree or git folder"
              : "mend chesterton.tree." + name + ".path"),
          e);
    }
  }

  /** A tree of the settings has a name without a slash; another was named by its path. */
  private static boolean isPath(String name) {
    return name.contains("/");
  }

  /**
   * The folder itself, its {@code .git}, or what the file {@code .git} of a linked work tree names.
   */
  private static Path gitDir(Path folder) throws IOException {
    Path dotGit = folder.resolve(".git");
    if (Files.isDirectory(dotGit)) {
      return dotGit.toRealPath();
    }
    if (!Files.isRegularFile(dotGit)) {
      return folder;
    }
    String text = text(dotGit).strip();
    return text.startsWith("gitdir:")
        ? folder.resolve(text.substring("gitdir:".length()).strip()).toRealPath()
        : folder;
  }

  /**
   * Only the folder that {@code git worktree} writes, two steps up: another would be somebody
   * else's objects.
   */
  private static Path commonDir(Path gitDir) throws IOException {
    if (!Files.isRegularFile(gitDir.resolve("commondir"))) {
      return gitDir;
    }
    Path named = gitDir.resolve(text(gitDir.resolve("commondir")).strip()).normalize();
    return named.equals(gitDir.resolve("../..").normalize()) ? named : gitDir;
  }

  private void check(String name) throws IOException {
    if (!Files.isRegularFile(gitDir.resolve("HEAD"))
        || !Files.isDirectory(commonDir.resolve("objects"))) {
      throw new ArchiveException(
          "tree '%s': '%s' is not a git repository; name its work tree or git folder"
              .formatted(name, gitDir)
              + (isPath(name) ? "" : " in chesterton.tree." + name + ".path"));
    }
    for (String file : OPENED) {
      refuseSpecial(commonDir.resolve(file), name);
    }
    if (Files.isDirectory(packs())) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(packs(), "*.{pack,idx}")) {
        for (Path file : files) {
          refuseSpecial(file, name);
        }
      }
    }
    refuseUnknownFormat(name);
  }

  Path objects() {
    return commonDir.resolve("objects");
  }

  private Path packs() {
    return objects().resolve("pack");
  }

  /** Opening a pipe or device would hang or never end. */
  private static void refuseSpecial(Path file, String name) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new ArchiveException("tree '%s': '%s' is not a regular file; clone the repository anew"
          .formatted(name, file));
    }
  }

  /** The one thing a repository's settings are asked for: how its objects and refs are stored. */
  private void refuseUnknownFormat(String name) throws IOException {
    Path file = commonDir.resolve("config");
    if (!Files.exists(file)) {
      return;
    }
    Config config = new Config();
    try {
      config.fromText(text(file));
    } catch (ConfigInvalidException e) {
      throw new ArchiveException(
          "tree '%s': '%s' is damaged; mend it with git config --edit".formatted(name, file), e);
    }
    String objectFormat = value(config, "objectformat").orElse("sha1");
    String refStorage = value(config, "refstorage").orElse("files");
    if (!objectFormat.equalsIgnoreCase("sha1") || !refStorage.equalsIgnoreCase("files")) {
      throw new ArchiveException(("tree '%s': '%s' stores %s objects and %s refs, only sha1 and "
          + "files can be read; clone it with those")
          .formatted(name, gitDir, objectFormat, refStorage));
    }
  }

  private static Optional<String> value(Config config, String key) {
    return Optional.ofNullable(config.getString("extensions", null, key));
  }

  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MAX_TEXT_BYTES), StandardCharsets.UTF_8);
    }
  }
}
