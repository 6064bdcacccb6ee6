package dev.chesterton.cli;

import dev.chesterton.index.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One nightly run of a store at a time. The operating system holds the lock, so none is left behind by a dead process. */
final class NightlyLock implements AutoCloseable {
  private static final int MOST_HOLDER_BYTES = 200;

  private final FileChannel channel;

  private NightlyLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param holder who holds it, in words, for the message another gets
   * @throws StoreException when another run holds it
   */
  static NightlyLock take(Path store, String holder) {
    Path file = store.resolve("nightly.lock");
    try {
      Files.createDirectories(store);
      FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
          StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!isTaken(channel)) {
        try (channel) {
          throw new StoreException(StoreException.Reason.LOCKED, "nightly of store '" + store
              + "' is being run by " + holderIn(channel) + ": wait for it to end");
        }
      }
      channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
      return new NightlyLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write '" + file + "': " + e.getMessage()
          + "; change its owner, or name another store", e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      // This very process holds it.
      return false;
    }
  }

  private static String holderIn(FileChannel channel) throws IOException {
    ByteBuffer holder = ByteBuffer.allocate(MOST_HOLDER_BYTES);
    channel.read(holder, 0);
    String words = new String(holder.array(), 0, holder.position(), StandardCharsets.UTF_8).strip();
    return words.isEmpty() ? "another process" : words;
  }

  @Override
  public void close() {
    try (channel) {
      channel.truncate(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
