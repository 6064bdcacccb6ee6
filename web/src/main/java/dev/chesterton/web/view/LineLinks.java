package dev.chesterton.web.view;

import dev.chesterton.change.Citation;
import dev.chesterton.mail.MessageId;
import dev.chesterton.web.view.Words.Span;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the places of one line that lead somewhere: commits, mails of the store, addresses written out. */
final class LineLinks {

  private static final String URL_ENDS = " \t<>\"'`|\\^{}";
  private static final String LOOSE_ENDS = ".,;:!?)]";

  private final String line;
  private final MailLinks mails;
  private final List<Span> spans = new ArrayList<>();

  private LineLinks(String line, MailLinks mails) {
    this.line = line;
    this.mails = mails;
  }

  /** @param quoted where the line stands that this one repeats */
  static Words link(String line, List<Citation> citations, Optional<String> quoted,
      MailLinks mails) {
    LineLinks links = new LineLinks(line, mails);
    quoted.ifPresent(address -> links.at(">", 0)
        .ifPresent(from -> links.add(new Span(from, from + 1, address))));
    List<Span> urls = links.urls();
    citations.forEach(citation -> links.add(citation, urls));
    urls.forEach(links::add);
    return Words.of(line, links.spans);
  }

  private void add(Citation citation, List<Span> urls) {
    switch (citation) {
      case Citation.OfCommit commit -> at(commit.hex(), 0)
          .ifPresent(from -> add(new Span(from, from + commit.hex().length(),
              Address.commit(commit.hex()))));
      case Citation.OfMail mail -> {
        if (!mail.masked()) {
          add(new MessageId(mail.messageId()), urls);
        }
      }
      case Citation.OfTest _,Citation.OfTrace _,Citation.OfBug _ -> {
      }
    }
  }

  private void add(MessageId id, List<Span> urls) {
    Optional<String> address = mails.address(id);
    String encoded = Address.segment(id.value());
    Optional<Span> url = urls.stream()
        .filter(span -> span.address().contains(id.value()) || span.address().contains(encoded))
        .findFirst();
    int at = line.indexOf(id.value());
    if (address.isPresent() && url.isPresent()) {
      add(new Span(url.get().from(), url.get().to(), address.get()));
    } else if (url.isEmpty() && at >= 0) {
      add(new Span(at, at + id.value().length(), address.orElseGet(() -> Address.lore(id))));
    }
  }

  private void add(Span span) {
    if (spans.stream().noneMatch(span::touches)) {
      spans.add(span);
    }
  }

  /** Where a word begins that is all of it. */
  private Optional<Integer> at(String word, int from) {
    int at = line.indexOf(word, from);
    while (at >= 0) {
      boolean begins = at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1));
      int end = at + word.length();
      if (begins && (end == line.length() || !Character.isLetterOrDigit(line.charAt(end)))) {
        return Optional.of(at);
      }
      at = line.indexOf(word, at + 1);
    }
    return Optional.empty();
  }

  private List<Span> urls() {
    List<Span> urls = new ArrayList<>();
    int at = line.indexOf("http");
    while (at >= 0) {
      int end = at;
      while (end < line.length() && URL_ENDS.indexOf(line.charAt(end)) < 0) {
        end++;
      }
      while (end > at && LOOSE_ENDS.indexOf(line.charAt(end - 1)) >= 0) {
        end--;
      }
      String address = line.substring(at, end);
      if (isWebAddress(address)) {
        urls.add(new Span(at, end, address));
      }
      at = line.indexOf("http", Math.max(end, at + 1));
    }
    return urls;
  }

  /** Only what every reader takes for the same address becomes a link. */
  private static boolean isWebAddress(String address) {
    try {
      URI uri = new URI(address);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null && uri.getUserInfo() == null
          && address.chars().allMatch(unit -> unit > ' ' && unit < 0x7f);
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
