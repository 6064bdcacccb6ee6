package dev.chesterton.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;

/** The mails of several files, one file open at a time. Only regular files are opened. */
final class FolderMails implements Iterator<Arrival>, Closeable {
  private final List<Path> files;
  private final MailFormat format;
  private final ReadLimits limits;
  private final UnaryOperator<Path> places;
  private Iterator<Arrival> mails = Collections.emptyIterator();
  private InputStream open = InputStream.nullInputStream();
  private volatile int begun;

  /**
   * Of files in this order.
   *
   * @param places where a mail is said to lie, by its file
   */
  FolderMails(List<Path> files, MailFormat format, ReadLimits limits,
      UnaryOperator<Path> places) {
    this.files = files;
    this.format = format;
    this.limits = limits;
    this.places = places;
  }

  /** How many files have been opened; may be asked from another thread. */
  long begun() {
    return begun;
  }

  @Override
  public boolean hasNext() {
    while (!mails.hasNext() && begun < files.size()) {
      Path file = files.get(begun);
      int next = begun + 1;
      begun = next;
      mails = mails(file);
    }
    return mails.hasNext();
  }

  @Override
  public Arrival next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return mails.next();
  }

  private Iterator<Arrival> mails(Path file) {
    try {
      open.close();
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return skipped(file, "no regular file; it is left alone");
      }
      Unpacked in = Unpacked.of(file, limits, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
      open = in;
      return FileMails.of(places.apply(file), format, in, limits);
    } catch (NoSuchFileException e) {
      return skipped(file, "gone since the folder was listed; it is looked for in the next run");
    } catch (IOException | ArchiveException e) {
      return skipped(file, "cannot be read: " + e.getMessage());
    }
  }

  private static Iterator<Arrival> skipped(Path file, String what) {
    Problem problem = new Problem(FileNames.shown(file).toString(), what);
    return List.<Arrival>of(new Arrival.Skipped(problem, bytes(file), Checkpoint.START))
        .iterator();
  }

  private static long bytes(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
    } catch (IOException _) {
      // It is gone, or hidden.
      return 0;
    }
  }

  @Override
  public void close() throws IOException {
    open.close();
  }
}
