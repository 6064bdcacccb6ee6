package dev.chesterton.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Where a bare git repository stands that strangers filled (SECURITY.md). Only {@code HEAD} and one ref are read, by
 * plain reads: most runs find that nothing is new, and starting JGit to learn that would be much of what they cost.
 */
final class BareHead {
  private static final int MAX_REF_BYTES = 4 << 10;
  private static final int MAX_PACKED_REFS_BYTES = 16 << 20;

  private final Path folder;

  private BareHead(Path folder) {
    this.folder = folder;
  }

  /**
   * The commit HEAD leads to; empty where its branch has none yet.
   *
   * @throws ArchiveException when HEAD is damaged
   */
  static Optional<ObjectId> of(Path folder) {
    return new BareHead(folder).read();
  }

  private Optional<ObjectId> read() {
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
}
