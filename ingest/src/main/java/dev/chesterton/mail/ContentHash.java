package dev.chesterton.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A hash over what makes a mail the mail it is, after the rule of public-inbox (lib/PublicInbox/ContentHash.pm): the ids
 * of {@code References} and {@code In-Reply-To} other than its own, each once; {@code From}, or {@code Sender} where
 * there is none; {@code Subject}, {@code Date}, {@code To}, {@code Cc}; then of each part its place, file name,
 * description and content, text without line-end style and white space at its end.
 *
 * <p>Left out is what differs between two ways through the lists: {@code Received}, {@code List-*}, the Message-ID
 * itself, quotes around names, upper and lower case of domains. The values are not public-inbox's own, which stores
 * none.
 */
final class ContentHash {
  private final MessageDigest digest;

  ContentHash() {
    this(sha256());
  }

  private ContentHash(MessageDigest digest) {
    this.digest = digest;
  }

  /** Of a mail that no store takes in: it has to differ from a few others only, and is there at once. */
  static ContentHash ofDraft() {
    return new ContentHash(new DraftDigest());
  }

  void headers(Headers headers) {
    Set<MessageId> related = new LinkedHashSet<>(MessageIds.of(headers.raw("references")));
    related.addAll(MessageIds.of(headers.raw("in-reply-to")));
    MessageIds.own(headers.raw("message-id")).forEach(related::remove);
    for (MessageId id : related) {
      field("ref", id.value());
    }
    addresses(headers.raw("from").isEmpty() ? "sender" : "from", headers);
    for (String name : List.of("subject", "date")) {
      fields(name, headers.all(name));
    }
    addresses("to", headers);
    addresses("cc", headers);
  }

  void part(MimePart part, String text) {
    partHead(part);
    digest.update(text.stripTrailing().getBytes(StandardCharsets.UTF_8));
  }

  void part(MimePart part, byte[] content) {
    partHead(part);
    digest.update(content);
  }

  /** Of a copy that has no headers: what it says of itself, and its text. */
  String savedCopy(List<String> values) {
    for (String value : values) {
      field("copy", value.strip());
    }
    return hex();
  }

  /** 64 hex digits, of a draft 16; to be asked for once. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void partHead(MimePart part) {
    field("part", part.path());
    field("fn", part.fileName());
    fields("d", part.headers().all("content-description"));
  }

  private void addresses(String name, Headers headers) {
    for (String value : headers.all(name)) {
      field(name, withLowerDomains(value.replace("\"", "")));
    }
  }

  private static String withLowerDomains(String addresses) {
    char[] lower = addresses.toCharArray();
    boolean inDomain = false;
    for (int i = 0; i < lower.length; i++) {
      char c = lower[i];
      inDomain = c == '@' || (inDomain && !Character.isWhitespace(c) && c != '>' && c != ',');
      if (inDomain && c >= 'A' && c <= 'Z') {
        lower[i] = Character.toLowerCase(c);
      }
    }
    return new String(lower);
  }

  private void fields(String name, List<String> values) {
    for (String value : values) {
      field(name, value);
    }
  }

  private void field(String name, String value) {
    digest.update((name + '\0' + value + '\0').getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
