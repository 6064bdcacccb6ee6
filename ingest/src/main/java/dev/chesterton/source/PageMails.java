package dev.chesterton.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The mails that one page of a web archive shows. A thread page of a public-inbox ({@code /T/}, {@code /t/}) shows
 * several, each behind an anchor {@code *} named {@code m} and a hash of its id (lib/PublicInbox/View.pm); it is cut
 * there, any other page is one mail. What a piece says is read in room mail.
 */
final class PageMails {
  /** Between the anchor of a mail and its author stand at most some neighbours. */
  private static final int MAX_HEAD_CHARS = 16 << 10;

  private final RawMail page;
  private final int maxMails;
  private final String html;
  private final List<Entry> entries = new ArrayList<>();
  private List<Problem> problems;

  /** A mail on the page; the links are empty where it has none. */
  private static final class Entry {
    private final String anchor;
    private final int start;
    private String parentAnchor = "";
    private String permalink = "";

    Entry(String anchor, int start) {
      this.anchor = anchor;
      this.start = start;
    }
  }

  private PageMails(RawMail page, int maxMails) {
    this.page = page;
    this.maxMails = maxMails;
    this.problems = page.problems();
    // One character a byte, so that positions are offsets.
    this.html = new String(page.bytes(), StandardCharsets.ISO_8859_1);
  }

  static List<RawMail> of(RawMail page, ReadLimits limits) {
    PageMails mails = new PageMails(page, limits.maxPageMails());
    Jsoup.parse(mails.html, "", Parser.htmlParser().setTrackPosition(true))
        .select("a[href]")
        .forEach(mails::take);
    return mails.entries.isEmpty() ? List.of(page) : mails.pieces();
  }

  private void take(Element link) {
    String href = link.attr("href");
    String target = href.substring(href.indexOf('#') + 1);
    if (link.id().matches("m[0-9a-f]{4,64}") && link.ownText().equals("*")
        && target.equals("e" + link.id().substring(1))) {
      begin(new Entry(link.id(), link.sourceRange().startPos()));
    } else if (!entries.isEmpty() && entries.getLast().permalink.isEmpty()) {
      takeOfHead(entries.getLast(), link, href.contains("#") ? target : "");
    }
  }

  private void begin(Entry entry) {
    if (entries.size() >= maxMails) {
      problems = List.of(new Problem(page.provenance().place(),
          "the page shows more than " + maxMails + " mails; the others are taken for text"));
    } else {
      entries.add(entry);
    }
  }

  /** Above the line {@code From:} stand parent and siblings, then {@code @} and the mail itself, then its answers. */
  private void takeOfHead(Entry entry, Element link, String target) {
    if (link.ownText().equals("permalink")) {
      entry.permalink = link.attr("href");
    } else if (entry.parentAnchor.isEmpty() && target.startsWith("m")) {
      int self = html.indexOf("<b>@ ", entry.start,
          Math.min(entry.start + MAX_HEAD_CHARS, html.length()));
      boolean above = self > 0 && link.sourceRange().startPos() < self;
      entry.parentAnchor = above ? target : "none";
    }
  }

  private List<RawMail> pieces() {
    Map<String, String> permalinks = new HashMap<>();
    entries.forEach(entry -> permalinks.put(entry.anchor, entry.permalink));
    List<RawMail> pieces = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      int end = i + 1 < entries.size() ? entries.get(i + 1).start : html.length();
      Optional<String> parent = Optional.ofNullable(permalinks.get(entries.get(i).parentAnchor));
      pieces.add(piece(entries.get(i).start, end, parent.orElse("")));
    }
    return pieces;
  }

  private RawMail piece(int start, int end, String parent) {
    Provenance place = page.provenance() instanceof Provenance.InFile file
        ? new Provenance.InFile(file.file(), start)
        : page.provenance();
    // In front of the piece nobody but we can write.
    String head = parent.isEmpty() || parent.contains("\"") || parent.contains("--")
        ? ""
        : RawMail.PARENT + parent + "\" -->\n";
    return new RawMail((head + html.substring(start, end)).getBytes(StandardCharsets.ISO_8859_1),
        place, page.form(), problems);
  }
}
