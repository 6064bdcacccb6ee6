package dev.chesterton.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells from the first bytes whether a text is a mail, or what an archive's web page shows of one. */
final class FormSniffer {
  /** Enough for the header block of a much travelled mail to show one of the fields below. */
  static final int BYTES_LOOKED_AT = 64 << 10;

  private static final int LINES_OF_A_COPY_S_HEAD = 20;
  private static final Set<String> TELLING_FIELDS = Set.of("from", "to", "cc", "date", "subject",
      "message-id", "received", "return-path", "mime-version", "delivered-to", "list-id",
      "x-mailing-list");

  private static final Pattern BEGINNING_OF_A_PAGE = Pattern
      .compile("(\u00ef\u00bb\u00bf)?<(!|\\?xml|html|head|body|pre|title|meta|h1|p\\b)",
          Pattern.CASE_INSENSITIVE);

  private FormSniffer() {}

  /** Empty when the bytes are neither. */
  static Optional<RawMail.Form> formOf(byte[] bytes) {
    int length = Math.min(bytes.length, BYTES_LOOKED_AT);
    List<String> lines = new String(bytes, 0, length, StandardCharsets.ISO_8859_1).lines().toList();
    if (looksLikePage(lines)) {
      return Optional.of(RawMail.Form.SAVED_PAGE);
    }
    if (looksLikeMail(lines)) {
      return Optional.of(RawMail.Form.MAIL);
    }
    return looksLikeSavedCopy(lines) ? Optional.of(RawMail.Form.SAVED_COPY) : Optional.empty();
  }

  /** No mail and no text of one begins with a tag. */
  private static boolean looksLikePage(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.isBlank())
        .findFirst()
        .filter(line -> BEGINNING_OF_A_PAGE.matcher(line.strip()).lookingAt())
        .isPresent();
  }

  /** A block of fields, and one among them that every mail has: "Re: something" alone is a title, not a field. */
  private static boolean looksLikeMail(List<String> lines) {
    boolean telling = false;
    boolean first = true;
    for (String line : lines) {
      if (line.isBlank()) {
        return telling;
      }
      boolean envelope = first && MboxSeparator.matches(line);
      boolean continued = line.charAt(0) == ' ' || line.charAt(0) == '\t';
      Optional<String> name = fieldName(line);
      if (!envelope && name.isEmpty() && (first || !continued)) {
        return telling && !first;
      }
      telling |= name.isPresent() && TELLING_FIELDS.contains(name.get());
      first = false;
    }
    return telling;
  }

  private static Optional<String> fieldName(String line) {
    int colon = line.indexOf(':');
    if (colon <= 0 || line.substring(0, colon).chars().anyMatch(c -> c <= ' ' || c > '~')) {
      return Optional.empty();
    }
    return Optional.of(line.substring(0, colon).toLowerCase(Locale.ROOT));
  }

  /** The head of a page in words, or the attribution with which a pasted answer begins. */
  private static boolean looksLikeSavedCopy(List<String> lines) {
    List<String> head = lines.stream().limit(LINES_OF_A_COPY_S_HEAD).toList();
    boolean named = head.stream().anyMatch(line -> line.startsWith("From: "));
    boolean dated = head.stream().anyMatch(line -> line.startsWith("Date: "));
    return (named && dated)
        || head.stream().anyMatch(line -> line.startsWith("On ") && line.contains(" wrote:"));
  }
}
