package dev.chesterton.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Computes what {@code git patch-id --stable} (git-patch-id manual, since git 2.39) prints first for
 * a diff. Git works on the text, not on its meaning: header lines count, line numbers, {@code index}
 * lines of text files and white space do not, and the hashes of the files are added up, so that
 * their order does not matter.
 */
final class PatchIdReader {

  private static final int ID_BYTES = 20;
  private static final int ID_DIGITS = 2 * ID_BYTES;

  /** Shorter lines that begin with a back slash are not taken for "No newline at end of file". */
  private static final int MIN_NOTE_LENGTH = 12;

  /** Where in the diff the reading stands. */
  private enum Place {
    HEADER, BODY, BINARY
  }

  private final MessageDigest sha1 = sha1();
  private final byte[] sum = new byte[ID_BYTES];
  private Place place = Place.HEADER;
  private int oldLeft;
  private int newLeft;
  private long hashed;
  private String blobs = "";

  private PatchIdReader() {}

  /**
   * Reads from the first {@code diff} line at or below the given one.
   *
   * @param firstLine 1-based
   * @return empty where git prints nothing
   */
  static Optional<PatchId> read(TextLines lines, int firstLine) {
    PatchIdReader reader = new PatchIdReader();
    int number = firstLine;
    while (lines.has(number) && reader.accepts(lines.line(number))) {
      number++;
    }
    reader.addHash();
    return reader.hashed == 0
        ? Optional.empty()
        : Optional.of(new PatchId(HexFormat.of().formatHex(reader.sum)));
  }

  /** False on the line that ends the patch. */
  private boolean accepts(String line) {
    if (isCommitId(line)) {
      return false;
    }
    boolean note = line.startsWith("\\ ") && line.length() >= MIN_NOTE_LENGTH;
    boolean above = hashed == 0 && !line.startsWith("diff ");
    if (note || above) {
      return true;
    }
    return switch (place) {
      case HEADER -> acceptsHeader(line);
      case BODY -> acceptsBody(line);
      case BINARY -> acceptsBinary(line);
    };
  }

  /** A line with a commit id is where the next patch of a log begins. */
  private static boolean isCommitId(String line) {
    int from = line.startsWith("commit ") ? 7 : line.startsWith("From ") ? 5 : 0;
    if (line.length() < from + ID_DIGITS) {
      return false;
    }
    for (int i = from; i < from + ID_DIGITS; i++) {
      if (line.charAt(i) >= 128 || Character.digit(line.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean acceptsHeader(String line) {
    if (line.startsWith("GIT binary patch") || line.startsWith("Binary files")) {
      place = Place.BINARY;
      sha1.update(blobs.getBytes(StandardCharsets.UTF_8));
      addHash();
      return true;
    }
    if (line.startsWith("index ")) {
      blobs = blobs(line.substring(6));
      return true;
    }
    if (line.startsWith("--- ")) {
      place = Place.BODY;
      // the two name lines count themselves down like a hunk of one line each side
      oldLeft = 1;
      newLeft = 1;
    } else if (line.isEmpty() || !isLetter(line.charAt(0))) {
      return false;
    }
    hash(line);
    return true;
  }

  private static boolean isLetter(char unit) {
    return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
  }

  /** Both ids of an index line, without what parts them. */
  private static String blobs(String range) {
    int dots = range.indexOf("..");
    int space = range.indexOf(' ', Math.max(0, dots));
    return dots < 0
        ? ""
        : range.substring(0, dots) + range.substring(dots + 2, space < 0 ? range.length() : space);
  }

  private boolean acceptsBody(String line) {
    if (oldLeft == 0 && newLeft == 0) {
      if (line.startsWith(HunkHeader.MARK)) {
        HunkHeader.parse(line).ifPresent(header -> {
          oldLeft = header.oldCount();
          newLeft = header.newCount();
        });
        return true;
      }
      if (!line.startsWith("diff ")) {
        return false;
      }
      addHash();
      place = Place.HEADER;
    }
    hash(line);
    return true;
  }

  /** The {@code diff} line that follows binary content is not hashed; git 2.39 leaves it out. */
  private boolean acceptsBinary(String line) {
    place = line.startsWith("diff ") ? Place.HEADER : Place.BINARY;
    return true;
  }

  private void hash(String line) {
    char sign = line.isEmpty() ? '\n' : line.charAt(0);
    if (place == Place.BODY) {
      oldLeft -= sign == '-' || sign == ' ' ? 1 : 0;
      newLeft -= sign == '+' || sign == ' ' ? 1 : 0;
    }
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    int kept = 0;
    for (byte one : bytes) {
      if (one != ' ' && (one < '\t' || one > '\r')) {
        bytes[kept++] = one;
      }
    }
    sha1.update(bytes, 0, kept);
    hashed += kept;
  }

  /** Adds the hash of one file to the sum: 20 bytes, lowest first, the last carry dropped. */
  private void addHash() {
    byte[] hash = sha1.digest();
    int carry = 0;
    for (int i = 0; i < ID_BYTES; i++) {
      carry += (sum[i] & 0xff) + (hash[i] & 0xff);
      sum[i] = (byte) carry;
      carry >>= 8;
    }
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
