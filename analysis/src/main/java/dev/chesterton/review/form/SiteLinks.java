package dev.chesterton.review.form;

import dev.chesterton.finding.RuleId;
import dev.chesterton.link.Anchor;
import dev.chesterton.mail.MessageId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Addresses that a form can name. Pages of a server only where one is configured; a mail without one has its
 * {@code mid:} address (RFC 2392), which names it and leads nowhere.
 *
 * @param base of the pages, {@code chesterton.baseUrl}
 */
public record SiteLinks(Optional<URI> base) {
  private static final String PLAIN = "-_~@=$!*";

  Optional<String> review(MessageId id) {
    return page("/review/" + encoded(id.value()) + "/");
  }

  Optional<String> rule(RuleId id) {
    return page("/rule/" + encoded(id.value()));
  }

  String mail(MessageId id) {
    return page("/r/" + encoded(id.value()) + "/").orElseGet(() -> "mid:" + encoded(id.value()));
  }

  /** Of a mail always, of a commit where there are pages. */
  Optional<String> source(Anchor source) {
    return switch (source) {
      case Anchor.OfMail mail -> Optional.of(mail(mail.head().id()));
      case Anchor.OfCommit commit -> page("/commit/" + encoded(commit.key()));
      case Anchor.OfUnknownCommit commit -> page("/commit/" + encoded(commit.key()));
    };
  }

  private Optional<String> page(String path) {
    return base.map(url -> url.toString().replaceFirst("/$", "") + path);
  }

  /** A path of a source tree as a relative reference: folders stay folders. */
  static String path(String path) {
    StringBuilder encoded = new StringBuilder();
    for (String folder : path.split("/", -1)) {
      encoded.append(encoded.isEmpty() ? "" : "/").append(encoded(folder));
    }
    return encoded.toString();
  }

  /** Percent-encoded once, so that any character survives; a segment of nothing but dots would be a way up. */
  private static String encoded(String text) {
    boolean dotsOnly = text.chars().allMatch(unit -> unit == '.');
    StringBuilder encoded = new StringBuilder();
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (unit & 0xff);
      boolean isPlain = letter < 0x80 && Character.isLetterOrDigit(letter)
          || PLAIN.indexOf(letter) >= 0 || letter == '.' && !dotsOnly;
      encoded.append(
          isPlain ? String.valueOf(letter) : String.format(Locale.ROOT, "%%%02X", (int) letter));
    }
    return encoded.toString();
  }
}
