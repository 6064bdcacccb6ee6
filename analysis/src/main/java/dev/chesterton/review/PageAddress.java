package dev.chesterton.review;

import dev.chesterton.change.FilePath;
import dev.chesterton.link.Anchor;
import dev.chesterton.mail.MessageId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Addresses of pages for those who ask without a browser.
 *
 * @param base {@code chesterton.baseUrl}; without it there are no addresses
 */
public record PageAddress(Optional<URI> base) {

  /** What RFC 3986 calls unreserved, save the dot, and some that Message-IDs are full of. */
  private static final String PLAIN = "-_~@=$!*";

  /** Of the file, at the first of the lines. */
  public Optional<String> of(LineLife life) {
    return page(file(life.story().path()) + "?line=" + life.first());
  }

  /** Of a commit, or of the review of a patch; other mails as they are. */
  public Optional<String> of(Anchor anchor) {
    return switch (anchor) {
      case Anchor.OfMail mail -> page(switch (mail.head().kind()) {
        case PATCH, COVER_LETTER -> review(mail.head().id());
        case REPLY, LETTER -> "/r/" + segment(mail.head().id().value()) + "/";
      });
      case Anchor.OfCommit commit -> page("/commit/" + segment(commit.key()));
      case Anchor.OfUnknownCommit commit -> page("/commit/" + segment(commit.key()));
    };
  }

  private Optional<String> page(String path) {
    return base.map(url -> url.toString().replaceFirst("/$", "") + path);
  }

  private static String review(MessageId id) {
    return "/review/" + segment(id.value()) + "/";
  }

  /** Of a file of the trees, without the site: its folders stay folders of the address. */
  public static String file(FilePath path) {
    return "/file/" + path(path.value());
  }

  /** A path of a source tree as a relative reference: folders stay folders. */
  public static String path(String path) {
    return Stream.of(path.split("/", -1))
        .map(PageAddress::segment)
        .collect(Collectors.joining("/"));
  }

  /** One part of a path or a query value, percent-encoded once; any character survives. */
  public static String segment(String text) {
    StringBuilder encoded = new StringBuilder();
    // A dot is only harmful in a segment of nothing but dots, which browsers take for folders.
    boolean dotsOnly = text.chars().allMatch(unit -> unit == '.');
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (unit & 0xff);
      boolean plain = letter < 0x80
          && (Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0
              || letter == '.' && !dotsOnly);
      encoded.append(plain ? String.valueOf(letter) : "%%%02X".formatted(unit & 0xff));
    }
    return encoded.toString();
  }
}
