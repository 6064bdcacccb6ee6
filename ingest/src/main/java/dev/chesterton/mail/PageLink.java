package dev.chesterton.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Element;

/** Links of a public-inbox page, which lead to {@code LIST/MESSAGE-ID/}, the id percent-encoded. */
final class PageLink {
  private PageLink() {}

  /** The id a link leads to; empty where it leads to none. */
  static String id(String href) {
    String path = href.endsWith("/") ? href.substring(0, href.length() - 1) : href;
    String last = decode(path.substring(path.lastIndexOf('/') + 1));
    return last.indexOf('@') > 0 ? last : "";
  }

  static boolean isPermalink(Element link) {
    return link.ownText().equals("permalink");
  }

  private static String decode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      boolean coded = bytes[i] == '%' && i + 2 < bytes.length
          && Character.digit(bytes[i + 1], 16) >= 0 && Character.digit(bytes[i + 2], 16) >= 0;
      decoded.write(coded
          ? Character.digit(bytes[i + 1], 16) * 16 + Character.digit(bytes[i + 2], 16)
          : bytes[i]);
      i += coded ? 2 : 0;
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }
}
