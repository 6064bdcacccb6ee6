package dev.chesterton.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;

/**
 * A part without parts of its own, or the head of a mail within the mail.
 *
 * @param path places in the multiparts around it, "1.2"; empty for a mail of one part
 * @param body still in its transfer encoding
 * @param group the multiparts around it
 */
record MimePart(String path, Headers headers, ContentType type, ContentType disposition, Slice body,
    MimeGroup group) {

  static MimePart of(String path, Headers headers, ContentType type, Slice body, MimeGroup group) {
    ContentType disposition = ContentType.of(headers.firstRaw("content-disposition").orElse(""));
    return new MimePart(path, headers, type, disposition, body, group);
  }

  boolean isPlainText() {
    return type.value().equals("text/plain") && !isAttachment();
  }

  boolean isHtml() {
    return type.value().equals("text/html") && !isAttachment();
  }

  /** The head of a mail within the mail. */
  boolean isMailHead() {
    return type.value().equals("message/rfc822");
  }

  boolean isAttachment() {
    return disposition.value().equals("attachment");
  }

  boolean isNamedLikeDiff() {
    String name = fileName().toLowerCase(Locale.ROOT);
    return type.value().equals("text/x-patch") || type.value().equals("text/x-diff")
        || name.endsWith(".patch") || name.endsWith(".diff");
  }

  /** As the sender gave it, empty where not; never used as a path. */
  String fileName() {
    String name = disposition.parameter("filename");
    return name.isEmpty() ? type.parameter("name") : name;
  }

  /** The body without its transfer encoding (RFC 2045, section 6); what is no code in it is passed over. */
  byte[] decoded(ProblemList problems) {
    String encoding = headers.first("content-transfer-encoding")
        .orElse("7bit")
        .strip()
        .toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "base64" -> drained(new Base64InputStream(padded(), false), problems);
      case "quoted-printable" ->
        drained(new QuotedPrintableInputStream(body.stream(), false), problems);
      case "7bit", "8bit", "binary", "" -> body.copy();
      default -> {
        problems.add("unknown transfer encoding " + ProblemList.quoted(encoding)
            + "; the part is shown as it is");
        yield body.copy();
      }
    };
  }

  /** With padding behind it, without which the last bytes are lost; more than is due does no harm. */
  private InputStream padded() {
    return new SequenceInputStream(body.stream(), new ByteArrayInputStream(new byte[]{'=', '='}));
  }

  private byte[] drained(InputStream decoder, ProblemList problems) {
    try (decoder) {
      return decoder.readAllBytes();
    } catch (IOException e) {
      problems.add("transfer encoding is damaged (" + e.getMessage()
          + "); the part is shown as it is");
      return body.copy();
    }
  }

  /** The body as text: lines ended by {@code \n}, no NUL. */
  String text(ProblemList problems) {
    return PlainLines.of(TextDecoder.decode(decoded(problems), type.parameter("charset"),
        problems));
  }
}
