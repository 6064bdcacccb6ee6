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
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The mails of one mbox, one in memory at a time.
 *
 * <p>A mail begins at a {@link MboxSeparator} that stands at the start of the file or behind an empty line. What was
 * quoted to keep lines from being separators is undone as the variant did it: in mboxrd each line {@code >+From } loses
 * one {@code >}; in mboxo only {@code >From } does, since writers of it add none to a line that has one (whether it had
 * one before they came, nothing in the file can tell; that they put it there is far more likely); in mboxcl2 nothing.
 *
 * <p>Only in mboxcl2 is {@code Content-Length} looked at, and believed where it {@linkplain ContentLength#leadsOn leads
 * on}; else separators decide there, too.
 */
final class MboxMails implements Iterator<Arrival> {
  private final Path file;
  private final MailFormat variant;
  private final LinePieces pieces;
  private final MboxProgress progress;
  private final ReadLimits limits;
  private final long start;
  private Checkpoint reached = Checkpoint.START;
  private boolean atSeparator;
  private boolean ended;
  private @Nullable Arrival next;

  /** @param offset of the first byte the stream gives: 0, or that of a separator */
  MboxMails(MailFile file, InputStream in, long offset, MboxProgress progress) {
    this.file = file.path();
    this.variant = file.format();
    this.pieces = new LinePieces(in, offset, progress);
    this.progress = progress;
    this.limits = file.limits();
    this.start = offset;
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
      return Optional.of(skipped(pieces.offset(), 0, "cannot be read on: " + e.getMessage()));
    }
  }

  private boolean skipToFirst() throws IOException {
    boolean afterEmpty = true;
    while (pieces.advance()) {
      if (afterEmpty && pieces.isSeparator()) {
        return true;
      }
      afterEmpty = pieces.isEmptyLine();
    }
    return false;
  }

  private Optional<Arrival> leftOver() {
    ended = true;
    return pieces.offset() == start
        ? Optional.empty()
        : Optional.of(
            skipped(start, pieces.offset() - start,
                "no 'From ' line from here to the end of the file; nothing was read"));
  }

  private Arrival readMail() throws IOException {
    reached = progress.at(pieces.offset());
    BoundedBytes mail = new BoundedBytes(limits.maxMessageBytes());
    long offset = pieces.offset() + pieces.to() - pieces.from();
    OptionalInt length = readHeader(mail);
    boolean counted = length.isPresent() && pieces.isEmptyLine()
        && ContentLength.leadsOn(pieces, length.getAsInt());
    int dropped = counted ? readCounted(mail, length.getAsInt()) : readLines(mail);
    ended = !atSeparator;
    return arrived(mail, offset, dropped);
  }

  /** Up to the empty line; the length of the body where it is asked for and named. */
  private OptionalInt readHeader(BoundedBytes mail) throws IOException {
    OptionalInt length = OptionalInt.empty();
    boolean inHeader = true;
    while (inHeader && pieces.advance()) {
      mail.write(pieces.buffer(), pieces.from() + quoteMarks(), pieces.to());
      inHeader = !pieces.isEmptyLine();
      OptionalInt here = variant == MailFormat.MBOXCL2
          ? ContentLength.in(pieces, limits.maxMessageBytes())
          : OptionalInt.empty();
      length = here.isPresent() ? here : length;
    }
    atSeparator = false;
    return length;
  }

  private int readCounted(BoundedBytes mail, int length) throws IOException {
    pieces.advance(length);
    mail.write(pieces.buffer(), pieces.from(), pieces.to());
    atSeparator = ContentLength.skipToSeparator(pieces);
    return 0;
  }

  /** From behind the header; the empty line before a separator, and at the end, belongs to the mbox. */
  private int readLines(BoundedBytes mail) throws IOException {
    int emptyLine = pieces.isEmptyLine() ? pieces.to() - pieces.from() : 0;
    while (!atSeparator && pieces.advance()) {
      atSeparator = emptyLine > 0 && pieces.isSeparator();
      if (!atSeparator) {
        mail.write(pieces.buffer(), pieces.from() + quoteMarks(), pieces.to());
        emptyLine = pieces.isEmptyLine() ? pieces.to() - pieces.from() : 0;
      }
    }
    return emptyLine;
  }

  /** How many marks of the line the mbox put there. */
  private int quoteMarks() {
    int marks = pieces.lineBegins() ? pieces.leading('>') : 0;
    boolean quoted = variant == MailFormat.MBOXRD && marks > 0
        || variant == MailFormat.MBOXO && marks == 1;
    return quoted && pieces.startsWith("From ", marks) ? 1 : 0;
  }

  private Arrival arrived(BoundedBytes mail, long offset, int dropped) {
    Provenance place = new Provenance.InFile(file, offset);
    List<Problem> problems = mail.isCut()
        ? List.of(new Problem(place.place(), mail.cut()))
        : List.of();
    byte[] bytes = mail.isCut() ? mail.bytes(0) : mail.bytes(dropped);
    return new Arrival.Arrived(new RawMail(bytes, place, RawMail.Form.MAIL, problems), reached);
  }

  private Arrival skipped(long offset, long bytes, String what) {
    return new Arrival.Skipped(new Problem(file + ":" + offset, what), bytes, reached);
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
