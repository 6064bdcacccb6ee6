package dev.chesterton.mail;

import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/** Header text with encoded words (RFC 2047) to plain text on one line; a word that makes no sense stays as written. */
final class EncodedWords {
  private EncodedWords() {}

  /** Never contains a line break, NUL or another control character; an unknown charset is read as UTF-8. */
  static String decode(String text) {
    return oneLine(text.contains("=?")
        ? DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT, StandardCharsets.UTF_8)
        : text);
  }

  /** Line breaks could smuggle header fields into whatever is written from this text (CVE-2024-21742). */
  private static String oneLine(String text) {
    return isOneLine(text) ? text.strip() : joined(text);
  }

  private static boolean isOneLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (breaks(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean breaks(char c) {
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
  }

  private static String joined(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != 0) {
        clean.append(breaks(c) ? ' ' : c);
      }
    }
    return clean.toString().strip();
  }
}
