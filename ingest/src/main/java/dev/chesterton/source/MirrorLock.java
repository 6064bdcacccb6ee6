package dev.chesterton.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One mirror at a time in a folder. The operating system holds the lock, so that it is free when its process dies. */
final class MirrorLock implements AutoCloseable {
  private static final int MAX_HOLDER_BYTES = 200;

  private final FileChannel channel;

  private MirrorLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @param holder who holds it, in words, for the message another gets
   * @throws MirrorLockedException when another holds it
   * @throws ArchiveException when the folder cannot be written
   */
  static MirrorLock of(Path folder, String holder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE,
          StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        try (channel) {
          throw new MirrorLockedException("'" + folder + "' is being written by "
              + holderIn(channel) + ": try again when it is done");
        }
      }
      channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
      return new MirrorLock(channel);
    } catch (IOException e) {
      throw new ArchiveException("cannot write '" + folder + "': " + Cause.of(e)
          + "; change its owner, or name another store", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      // This very process holds it.
      return null;
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
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
