package dev.chesterton.review.form;

import dev.chesterton.finding.RuleId;
import dev.chesterton.link.Anchor;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.PageAddress;
import java.net.URI;
import java.util.Optional;

/**
 * Addresses that a form can name. Pages of a server only where one is configured; a mail without one has its
 * {@code mid:} address (RFC 2392), which names it and leads nowhere.
 *
 * @param base of the pages, {@code chesterton.baseUrl}
 */
public record SiteLinks(Optional<URI> base) {
  Optional<String> review(MessageId id) {
    return page("/review/" + PageAddress.segment(id.value()) + "/");
  }

  Optional<String> rule(RuleId id) {
    return page("/rule/" + PageAddress.segment(id.value()));
  }

  String mail(MessageId id) {
    return page("/r/" + PageAddress.segment(id.value()) + "/")
        .orElseGet(() -> "mid:" + PageAddress.segment(id.value()));
  }

  /** Of a mail always, of a commit where there are pages. */
  Optional<String> source(Anchor source) {
    return switch (source) {
      case Anchor.OfMail mail -> Optional.of(mail(mail.head().id()));
      case Anchor.OfCommit commit -> page("/commit/" + PageAddress.segment(commit.key()));
      case Anchor.OfUnknownCommit commit -> page("/commit/" + PageAddress.segment(commit.key()));
    };
  }

  private Optional<String> page(String path) {
    return base.map(url -> url.toString().replaceFirst("/$", "") + path);
  }
}
