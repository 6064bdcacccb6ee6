package dev.chesterton.source;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.util.FS;

/**
 * The objects and the HEAD of a bare git repository that strangers filled (SECURITY.md).
 *
 * <p>JGit's own repository class would read the settings in it, files these include, and the settings of repositories
 * it borrows objects from. Here only {@code HEAD}, one ref and {@code objects} are looked at; settings, hooks and
 * replace refs do not exist, and borrowed objects are refused.
 */
final class BareRepository implements AutoCloseable {
  private static final int MAX_REF_BYTES = 4 << 10;
  private static final int MAX_PACKED_REFS_BYTES = 16 << 20;

  private final Path folder;
  private final ObjectDirectory objects;

  /** @throws ArchiveException when it borrows objects or cannot be opened */
  BareRepository(Path folder) {
    DataOnlySystem.install();
    this.folder = folder;
    Path borrowed = folder.resolve("objects/info/alternates");
    if (Files.exists(borrowed, LinkOption.NOFOLLOW_LINKS)) {
      throw new ArchiveException("'" + folder + "' borrows objects from elsewhere, which is not"
          + " followed; run 'git repack -a -d' in it and delete '" + borrowed + "'");
    }
    try {
      this.objects = new ObjectDirectory(new Config(), folder.resolve("objects").toFile(),
          new File[0], FS.DETECTED, folder.resolve("shallow").toFile());
    } catch (IOException e) {
      throw new ArchiveException("cannot open '" + folder + "': " + e.getMessage(), e);
    }
  }

  ObjectReader newReader() {
    return objects.newReader();
  }

  /**
   * The commit HEAD leads to; empty where its branch has none yet.
   *
   * @throws ArchiveException when HEAD is damaged
   */
  Optional<ObjectId> head() {
    try {
      String head = read(folder.resolve("HEAD"), MAX_REF_BYTES).strip();
      if (!head.startsWith("ref: ")) {
        return Optional.of(id(head));
      }
      String branch = head.substring("ref: ".length()).strip();
      return branchTip(branch);
    } catch (IOException e) {
      throw new ArchiveException("cannot read HEAD of '" + folder + "': " + e.getMessage(), e);
    }
  }

  private Optional<ObjectId> branchTip(String branch) throws IOException {
    Path loose = folder.resolve(branch).normalize();
    if (!branch.startsWith("refs/") || !loose.startsWith(folder)) {
      throw new ArchiveException("HEAD of '" + folder + "' names no branch of it");
    }
    if (Files.isRegularFile(loose, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(id(read(loose, MAX_REF_BYTES).strip()));
    }
    Path packed = folder.resolve("packed-refs");
    if (!Files.isRegularFile(packed, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    List<String> lines = read(packed, MAX_PACKED_REFS_BYTES).lines().toList();
    return lines.stream()
        .filter(line -> line.endsWith(" " + branch))
        .findFirst()
        .map(line -> id(line.substring(0, line.indexOf(' '))));
  }

  private static String read(Path file, int maxBytes) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(maxBytes), StandardCharsets.ISO_8859_1);
    }
  }

  private ObjectId id(String hex) {
    if (!ObjectId.isId(hex)) {
      throw new ArchiveException("'" + folder + "' has no SHA-1 commit at its head but '" + hex
          + "'; fetch it again");
    }
    return ObjectId.fromString(hex);
  }

  @Override
  public void close() {
    objects.close();
  }
}
