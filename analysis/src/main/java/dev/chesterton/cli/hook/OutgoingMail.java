package dev.chesterton.cli.hook;

import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.Subject;
import dev.chesterton.patch.SubjectParser;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail about to be sent. Its file still has the date the patch was written, which may be a year ago, and which no other
 * patch of the series shares; git replaces it by that of sending, and so does this.
 */
final class OutgoingMail {
  private static final byte[] DATE = "date:".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern NEXT_FIELD = Pattern.compile("\\n(?=[^ \\t])");
  private static final Pattern NUMBER_ZERO = Pattern.compile("[ \\[]0+/\\d");
  private static final byte[] FROM_LINE = "From ".getBytes(StandardCharsets.US_ASCII);

  private final String name;
  private final byte[] bytes;
  private final ReadLimits limits;
  private Optional<Posting> read = Optional.empty();

  private OutgoingMail(String name, byte[] bytes, ReadLimits limits) {
    this.name = name;
    this.bytes = bytes;
    this.limits = limits;
  }

  /** Of a file as {@code git format-patch} writes it. */
  static OutgoingMail of(String name, byte[] file, Instant sent, ReadLimits limits) {
    return asSent(name, dated(file, sent), limits);
  }

  /** Of bytes that have the date of sending already. */
  static OutgoingMail asSent(String name, byte[] bytes, ReadLimits limits) {
    return new OutgoingMail(name, bytes, limits);
  }

  /** Of its file, for people. */
  String name() {
    return name;
  }

  /** With the date of sending; shared, not copied. */
  byte[] bytes() {
    return bytes;
  }

  /**
   * The mail taken apart, when first asked for: where a server is asked, nobody does.
   *
   * @throws dev.chesterton.source.ArchiveException where the bytes are no mail
   */
  Posting posting() {
    Posting posting = read.orElseGet(() -> PatchParser
        .readDraft(MailSources.single(bytes, Path.of("mail"), limits), limits)
        .value());
    read = Optional.of(posting);
    return posting;
  }

  /** Its subject; one that is encoded takes the whole mail apart. */
  Subject subject() {
    String head = head();
    int at = head.indexOf("\nsubject:");
    if (at < 0 || head.contains("=?")) {
      return posting().subject();
    }
    Matcher folded = NEXT_FIELD.matcher(head);
    int end = folded.find(at + 1) ? folded.start() : head.length();
    return SubjectParser.parse(
        head.substring(at + "\nsubject:".length(), end).replaceAll("\\s+", " ").strip());
  }

  /** Whether it has a diff and is no cover letter; where a look at the bytes cannot tell, it is taken apart. */
  boolean isPatch() {
    String head = head();
    if (head.contains("base64") || NUMBER_ZERO.matcher(head).find()) {
      return patch().isPresent();
    }
    return contains("\n@@ -") || contains("\ndiff --git ");
  }

  /** The header in lower case, behind a line end. */
  private String head() {
    int end = 0;
    while (end < bytes.length && !(bytes[end] == '\n' && end + 1 < bytes.length
        && (bytes[end + 1] == '\n' || bytes[end + 1] == '\r'))) {
      end++;
    }
    return "\n" + new String(bytes, 0, end, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
  }

  private boolean contains(String ascii) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(ascii);
  }

  /** Empty for a cover letter and whatever else has no diff. */
  Optional<Patch> patch() {
    return posting() instanceof Patch patch ? Optional.of(patch) : Optional.empty();
  }

  private static byte[] dated(byte[] file, Instant sent) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(file.length + 64);
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(sent.atOffset(ZoneOffset.UTC));
    out.writeBytes(("Date: " + date + "\n").getBytes(StandardCharsets.US_ASCII));
    int at = startsWith(file, 0, FROM_LINE) ? endOfLine(file, 0) : 0;
    boolean dropping = false;
    while (at < file.length && file[at] != '\n' && file[at] != '\r') {
      int end = endOfLine(file, at);
      boolean isContinued = file[at] == ' ' || file[at] == '\t';
      dropping = isContinued ? dropping : startsWith(file, at, DATE);
      if (!dropping) {
        out.write(file, at, end - at);
      }
      at = end;
    }
    out.write(file, at, file.length - at);
    return out.toByteArray();
  }

  private static int endOfLine(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return Math.min(bytes.length, at + 1);
  }

  /** Of letters only the lower case has to be given. */
  private static boolean startsWith(byte[] bytes, int from, byte[] begin) {
    if (bytes.length - from < begin.length) {
      return false;
    }
    for (int i = 0; i < begin.length; i++) {
      if (bytes[from + i] != begin[i]
          && !(begin[i] >= 'a' && bytes[from + i] == begin[i] - ('a' - 'A'))) {
        return false;
      }
    }
    return true;
  }
}
