package dev.chesterton.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells as what a file is to be read: as the operator says where that can be, else as it looks. */
final class FileFormat {
  /** Enough to see several mails of an mbox, and so whether their lengths are right. */
  static final int BYTES_LOOKED_AT = 1 << 20;

  private static final int PIECE_BYTES = 8 << 10;

  private FileFormat() {}

  /**
   * The format of a file.
   *
   * @param name for messages
   * @param asked as what the operator wants it read
   * @param start its first bytes, unpacked; all where there are fewer than {@link #BYTES_LOOKED_AT}
   * @throws ArchiveException when it is none that is known, or not the one asked for
   */
  static MailFormat of(String name, MailFormat asked, byte[] start) {
    Optional<MailFormat> seen = seen(start);
    if (asked == MailFormat.AUTO || asked == MailFormat.SERIES) {
      return seen.orElseThrow(() -> MailSources.unknown(name));
    }
    boolean fits = switch (asked) {
      case MBOXRD, MBOXO, MBOXCL2 -> seen.filter(MailFormat::isMbox).isPresent();
      case HTML -> seen.equals(Optional.of(MailFormat.HTML));
      case EML, TEXT -> start.length > 0 && !seen.equals(Optional.of(MailFormat.HTML));
      default -> false;
    };
    if (!fits) {
      throw new ArchiveException("'" + name + "' is not " + asked.inWords() + " but "
          + seen.map(MailFormat::inWords).orElse("of no known format") + "; say "
          + seen.map(format -> "--format " + format.word() + " or auto").orElse("what it is"));
    }
    return asked;
  }

  private static Optional<MailFormat> seen(byte[] start) {
    String line = firstLine(start);
    if (MboxSeparator.matches(line)) {
      boolean nothingQuoted = MboxSeparator.isOfFormatPatch(line)
          || ContentLength.rules(start, start.length < BYTES_LOOKED_AT);
      return Optional.of(nothingQuoted ? MailFormat.MBOXCL2 : MailFormat.MBOXRD);
    }
    return FormSniffer.formOf(start).map(form -> switch (form) {
      case MAIL -> MailFormat.EML;
      case SAVED_COPY -> MailFormat.TEXT;
      case SAVED_PAGE -> MailFormat.HTML;
    });
  }

  private static String firstLine(byte[] start) {
    int end = 0;
    while (end < start.length && start[end] != '\n' && end <= MboxSeparator.MAX_CHARS) {
      end++;
    }
    return new String(start, 0, end, StandardCharsets.ISO_8859_1);
  }

  /** The first bytes, as many as can be read of a damaged file; empty where these tell nothing. */
  static Optional<byte[]> start(InputStream in, int length) {
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    try {
      byte[] piece = new byte[PIECE_BYTES];
      int read = 0;
      while (read >= 0 && start.size() < length) {
        read = in.read(piece, 0, Math.min(piece.length, length - start.size()));
        start.write(piece, 0, Math.max(read, 0));
      }
    } catch (IOException e) {
      // Whoever reads on meets it again, and says where.
      return Optional.of(start.toByteArray()).filter(bytes -> seen(bytes).isPresent());
    }
    return Optional.of(start.toByteArray());
  }
}
