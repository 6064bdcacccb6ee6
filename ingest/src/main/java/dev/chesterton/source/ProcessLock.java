package dev.chesterton.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;

/**
 * One process at a time, by a file that says which. The operating system holds the lock, so a dead process leaves none
 * behind.
 */
public final class ProcessLock implements AutoCloseable {
  private static final int MAX_HOLDER_BYTES = 200;

  private final FileChannel channel;

  private ProcessLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock; never waits for it.
   *
   * @param file made where there is none, as is its folder
   * @param holder who holds it, in words, for the message another gets
   * @param refusal from the words of who holds it already to what is thrown then
   * @throws IOException when the file cannot be written
   */
  public static ProcessLock take(Path file, String holder,
      Function<String, RuntimeException> refusal) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
        StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (!isTaken(channel)) {
      try (channel) {
        throw refusal.apply(holderIn(channel));
      }
    }
    channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
    return new ProcessLock(channel);
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
    ByteBuffer holder = ByteBuffer.allocate(MAX_HOLDER_BYTES);
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
