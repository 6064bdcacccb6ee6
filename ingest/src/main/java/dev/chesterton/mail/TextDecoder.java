package dev.chesterton.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.james.mime4j.util.CharsetUtil;

/**
 * Bytes to characters, whatever the sender claims about them: UTF-8 where it is valid UTF-8 and nothing usable is
 * claimed, byte for byte (ISO-8859-1) where it is not. The JDK's decoders turn overlong forms and lone surrogates into
 * replacement marks, never into ASCII.
 */
final class TextDecoder {
  private static final char REPLACED = '\uFFFD';

  private TextDecoder() {}

  /** @param charset as named in {@code Content-Type}; empty where it is not */
  static String decode(byte[] bytes, String charset, ProblemList problems) {
    if (isAscii(bytes) && keepsAscii(charset)) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    Optional<Charset> claimed = lookup(charset);
    if (claimed.isEmpty() || claimed.get().equals(StandardCharsets.US_ASCII)) {
      return guess(bytes, charset, problems);
    }
    String text = new String(bytes, claimed.get());
    if (claimed.get().equals(StandardCharsets.UTF_8) && text.indexOf(REPLACED) >= 0
        && strictUtf8(bytes, 0, bytes.length).isEmpty()) {
      problems.add("text claims to be UTF-8 and is not; bytes in question are shown as \uFFFD");
    }
    return text;
  }

  /** Header bytes and parts that claim nothing. */
  static String utf8OrLatin1(byte[] bytes, int from, int to) {
    return strictUtf8(bytes, from, to)
        .orElseGet(() -> new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
  }

  /** Empty when the JVM does not know the name. */
  static Optional<Charset> lookup(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.ofNullable(CharsetUtil.lookup(name));
  }

  private static String guess(byte[] bytes, String charset, ProblemList problems) {
    Optional<String> utf8 = strictUtf8(bytes, 0, bytes.length);
    String claim = charset.isEmpty() ? "names no charset"
        : "names charset "
            + ProblemList.quoted(charset);
    problems.add("text " + claim + "; read as " + (utf8.isPresent() ? "UTF-8" : "ISO-8859-1"));
    return utf8.orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** The slow decoder is asked only where the fast one had to replace something, or read such a mark. */
  private static Optional<String> strictUtf8(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACED) < 0) {
      return Optional.of(text);
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** UTF-7, UTF-16 and UTF-32 do not, and many a mail claims to be UTF-8 and is ASCII. */
  private static boolean keepsAscii(String charset) {
    return charset.equalsIgnoreCase("utf-8")
        || (!charset.regionMatches(true, 0, "utf-", 0, 4) && !isStateful(charset));
  }

  /** ISO-2022, UTF-16 and the like give ASCII bytes another meaning. */
  private static boolean isStateful(String charset) {
    return lookup(charset).filter(known -> !known.contains(StandardCharsets.US_ASCII)
        || known.name().startsWith("ISO-2022") || known.name().startsWith("x-")).isPresent();
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
