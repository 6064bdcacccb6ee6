package dev.chesterton.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Mail that comes through standard input is in no archive, and a store has to be made from archives. So it becomes one: a
 * file named by the hash of its bytes, in a folder beside the index. The same input again is the same file.
 */
final class StandardInput {
  private static final int NAME_BYTES = 16;

  private StandardInput() {}

  /** Where a store keeps such files; what is in it outlives the index. */
  static Path folder(Path store) {
    return store.resolve("stdin");
  }

  /** What turned out to be no mail is not kept. */
  static void forgetUnread(List<ArchiveReport> reports, Path folder) {
    for (ArchiveReport report : reports) {
      if (report instanceof ArchiveReport.Failed && report.job().path().startsWith(folder)) {
        delete(report.job().path());
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete '" + file + "': " + e.getMessage(), e);
    }
  }

  /** The file with what came in; made where there was none. */
  static Path keep(InputStream in, Path folder) {
    try {
      Path file = Files.createTempFile(Files.createDirectories(folder), "input", ".part");
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
        in.transferTo(out);
      }
      String name = HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES) + ".mail";
      return Files.move(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep standard input in '" + folder + "': "
          + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
