package dev.chesterton.mail;

import dev.chesterton.source.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The header block of a mail or of one of its parts (RFC 5322, section 2.2): fields in order, decoded when asked for.
 *
 * <p>The block ends at the first empty line, or at the first line that is no field, which is then taken for text: so do
 * git and most readers.
 */
final class Headers {
  private final byte[] bytes;
  private final ReadLimits limits;
  private final List<Field> fields = new ArrayList<>();
  private int bodyStart;

  private Headers(byte[] bytes, ReadLimits limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  /** The block at the beginning of the range. */
  static Headers of(Slice slice, ReadLimits limits, ProblemList problems) {
    Headers headers = new Headers(slice.bytes(), limits);
    headers.read(slice.from(), slice.to(), problems);
    return headers;
  }

  /** Index of the first byte of the body. */
  int bodyStart() {
    return bodyStart;
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  /** Values of all fields of that name, in order, unfolded, not decoded further. */
  List<String> raw(String name) {
    List<String> values = new ArrayList<>();
    for (Field field : fields) {
      if (isNamed(field, name)) {
        values.add(value(field));
      }
    }
    return values;
  }

  /** The first field of that name, as in {@link #raw}. */
  Optional<String> firstRaw(String name) {
    List<String> values = raw(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  /** Values of all fields of that name, in order, encoded words decoded, without line breaks. */
  List<String> all(String name) {
    List<String> values = raw(name);
    values.replaceAll(EncodedWords::decode);
    return values;
  }

  /** The first field of that name, as in {@link #all}. */
  Optional<String> first(String name) {
    return firstRaw(name).map(EncodedWords::decode);
  }

  private void read(int from, int to, ProblemList problems) {
    int maxBytes = limits.maxHeaderBytes();
    int at = from;
    while (at < to) {
      int end = lineEnd(at, to);
      if (isEmptyLine(at, end)) {
        bodyStart = end;
        return;
      }
      int colon = colon(at, end);
      if (colon < 0 && !isEnvelope(at, to)) {
        problems.add("a header line is no field: it and what follows are taken for text");
        bodyStart = at;
        return;
      }
      end = fieldEnd(end, to);
      if (end - from > maxBytes) {
        problems.add("header block longer than " + maxBytes + " bytes; further fields are dropped");
      } else if (colon >= 0) {
        add(at, colon, end, problems);
      }
      at = end;
    }
    bodyStart = to;
  }

  private void add(int at, int colon, int end, ProblemList problems) {
    int nameEnd = colon;
    while (isSpace(bytes[nameEnd - 1])) {
      nameEnd--;
    }
    if (end - colon > limits.maxFieldBytes()) {
      String name = new String(bytes, at, nameEnd - at, StandardCharsets.US_ASCII);
      problems.add("header " + ProblemList.quoted(name.toLowerCase(Locale.ROOT)) + " cut at "
          + limits.maxFieldBytes() + " bytes");
    }
    fields.add(new Field(at, nameEnd, colon + 1, Math.min(end, colon + limits.maxFieldBytes())));
  }

  /** @param name in lower case */
  private boolean isNamed(Field field, String name) {
    if (field.nameEnd - field.at != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (toLower(bytes[field.at + i]) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int toLower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  /** Behind the line break of the line. */
  private int lineEnd(int at, int to) {
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, to);
  }

  /** Lines that begin with white space continue the field; one of white space alone does as well. */
  private int fieldEnd(int end, int to) {
    int at = end;
    while (at < to && isSpace(bytes[at])) {
      at = lineEnd(at, to);
    }
    return at;
  }

  private boolean isEmptyLine(int at, int end) {
    return bytes[at] == '\n' || (bytes[at] == '\r' && end - at == 2 && bytes[at + 1] == '\n');
  }

  /** Index of the colon behind a field name; -1 where the line is no field. */
  private int colon(int at, int end) {
    int i = at;
    while (i < end && bytes[i] > ' ' && bytes[i] < 127 && bytes[i] != ':') {
      i++;
    }
    int nameEnd = i;
    while (i < end && isSpace(bytes[i])) {
      i++;
    }
    return i < end && bytes[i] == ':' && nameEnd > at ? i : -1;
  }

  /** An mbox separator, quoted or not, that was kept with the mail. */
  private boolean isEnvelope(int at, int to) {
    String line = new String(bytes, at, Math.min(6, to - at), StandardCharsets.ISO_8859_1);
    return line.startsWith("From ") || line.equals(">From ");
  }

  private String value(Field field) {
    String value = TextDecoder.utf8OrLatin1(bytes, field.from, field.to);
    return value.indexOf('\n') < 0 ? value.strip() : unfold(value).strip();
  }

  /** A line break with the white space around it is one space. */
  private static String unfold(String value) {
    StringBuilder unfolded = new StringBuilder(value.length());
    int from = 0;
    while (from < value.length()) {
      int end = lineEnd(value, from);
      append(value.substring(from, end).strip(), unfolded);
      from = end + 1;
    }
    return unfolded.toString();
  }

  private static void append(String line, StringBuilder unfolded) {
    if (!line.isEmpty()) {
      unfolded.append(line).append(' ');
    }
  }

  private static int lineEnd(String value, int from) {
    int end = from;
    while (end < value.length() && value.charAt(end) != '\n' && value.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
  }

  /**
   * Where a field stands in the bytes.
   *
   * @param at of the name, which ends before {@code nameEnd}
   * @param from of the value, which ends before {@code to}
   */
  private record Field(int at, int nameEnd, int from, int to) {}
}
