package dev.chesterton.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mails of one mbox, one in memory at a time.
 *
 * <p>A mail begins at a {@link MboxSeparator} that stands at the start of the file or behind an empty line. Quoted
 * separators lose one {@code >} (mboxrd; in mboxo a line that was sent as {@code >From} loses one too many, which
 * nothing in the file could tell). {@code Content-Length} is not believed.
 */
final class MboxMails implements Iterator<Arrival> {
  private final Path file;
  private final LinePieces pieces;
  private final ReadLimits limits;
  private boolean atSeparator;
  private boolean ended;
  private @Nullable Arrival next;

  MboxMails(Path file, InputStream in, ReadLimits limits) {
    this.file = file;
    this.pieces = new LinePieces(in);
    this.limits = limits;
  }

  @Override
  public boolean hasNext() {
    while (next == null && !ended) {
      next = read().orElse(null);
    }
    return next != null;
  }

  @Override
  public Arrival next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Arrival arrival = next;
    next = null;
    return arrival;
  }

  private Optional<Arrival> read() {
    try {
      return atSeparator || skipToFirst() ? Optional.of(readMail()) : leftOver();
    } catch (IOException e) {
      // A cut or damaged compressed file: what came before it stands, the rest cannot be found.
      ended = true;
      return Optional.of(skipped(pieces.offset(), "cannot be read on: " + e.getMessage()));
    }
  }

  private boolean skipToFirst() throws IOException {
    boolean afterEmpty = true;
    while (pieces.advance()) {
      if (afterEmpty && isSeparator()) {
        return true;
      }
      afterEmpty = pieces.isEmptyLine();
    }
    return false;
  }

  private Optional<Arrival> leftOver() {
    ended = true;
    return pieces.offset() == 0
        ? Optional.empty()
        : Optional.of(skipped(0, "no 'From ' line in the whole file; nothing was read"));
  }

  private Arrival readMail() throws IOException {
    BoundedBytes mail = new BoundedBytes(limits.maxMessageBytes());
    long offset = pieces.offset() + pieces.to() - pieces.from();
    int emptyLine = 0;
    atSeparator = false;
    while (!atSeparator && pieces.advance()) {
      atSeparator = emptyLine > 0 && isSeparator();
      if (!atSeparator) {
        mail.write(pieces.buffer(), pieces.from() + (isQuotedSeparator() ? 1 : 0), pieces.to());
        emptyLine = pieces.isEmptyLine() ? pieces.to() - pieces.from() : 0;
      }
    }
    ended = !atSeparator;
    // The empty line before a separator, and at the end, belongs to the mbox.
    return arrived(mail, offset, emptyLine);
  }

  private boolean isSeparator() {
    return pieces.lineBegins() && pieces.startsWith("From ", 0)
        && pieces.to() - pieces.from() <= MboxSeparator.MAX_CHARS
        && MboxSeparator.matches(pieces.text());
  }

  private boolean isQuotedSeparator() {
    int marks = pieces.lineBegins() ? pieces.leading('>') : 0;
    return marks > 0 && pieces.startsWith("From ", marks);
  }

  private Arrival arrived(BoundedBytes mail, long offset, int dropped) {
    Provenance place = new Provenance.InFile(file, offset);
    List<Problem> problems = mail.isCut()
        ? List.of(new Problem(place.place(), mail.cut()))
        : List.of();
    byte[] bytes = mail.isCut() ? mail.bytes(0) : mail.bytes(dropped);
    return new Arrival.Arrived(new RawMail(bytes, place, RawMail.Form.MAIL, problems),
        Checkpoint.START);
  }

  private Arrival skipped(long offset, String what) {
    return new Arrival.Skipped(new Problem(file + ":" + offset, what), Checkpoint.START);
  }

  /** Keeps the first bytes and counts the rest. */
  private static final class BoundedBytes {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int max;
    private long written;

    BoundedBytes(int max) {
      this.max = max;
    }

    void write(byte[] buffer, int from, int to) {
      int room = Math.min(to - from, max - kept.size());
      kept.write(buffer, from, room);
      written += to - from;
    }

    boolean isCut() {
      return written > kept.size();
    }

    String cut() {
      return "mail of " + written + " bytes cut at " + max;
    }

    byte[] bytes(int dropped) {
      byte[] all = kept.toByteArray();
      return dropped == 0 ? all : Arrays.copyOf(all, all.length - dropped);
    }
  }
}
