package dev.chesterton.jobs;

import dev.chesterton.index.StoreCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * How large a store is.
 *
 * @param bytes of the index and what is derived from it; copies of archives are not counted
 * @param freeBytes that its disk has left
 */
public record StoreSize(long generation, long mails, long patches, long commits, long bytes,
    long freeBytes) {

  private static final List<String> COUNTED = List.of("index", "findings", "jobs");

  /** Looks at the folder; it is small enough to be asked at any time. */
  public static StoreSize of(Path store, StoreCounts counts) {
    try {
      long bytes = 0;
      for (String folder : COUNTED) {
        bytes += bytes(store.resolve(folder));
      }
      return new StoreSize(counts.generation(), counts.mails(), counts.patches(),
          counts.commits(), bytes, Files.getFileStore(store).getUsableSpace());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at the store '" + store + "': "
          + e.getMessage(), e);
    }
  }

  public StoreCounts counts() {
    return new StoreCounts(generation, mails, patches, commits);
  }

  private static long bytes(Path folder) throws IOException {
    long[] bytes = {0};
    if (Files.isDirectory(folder)) {
      Files.walkFileTree(folder, new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
          bytes[0] += attributes.size();
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
          // A merge has taken it away meanwhile.
          return FileVisitResult.CONTINUE;
        }
      });
    }
    return bytes[0];
  }
}
