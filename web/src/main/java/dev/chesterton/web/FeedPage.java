package dev.chesterton.web;

import dev.chesterton.index.Criterion;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Hits;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.index.SearchSyntax;
import dev.chesterton.web.door.Refusal;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.ErrorView.Hint;
import dev.chesterton.web.view.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is new on a list, and what is new of a search, as feeds. */
@Controller
final class FeedPage {
  /** Mails of a feed. */
  private static final int MOST_ENTRIES = 50;

  private final OpenStore store;
  private final Answers answers;

  FeedPage(OpenStore store, Answers answers) {
    this.store = store;
    this.answers = answers;
  }

  @GetMapping("/{list}/new.atom")
  ResponseEntity<String> ofList(@PathVariable("list") String list, HttpServletRequest request) {
    SiteAddress site = SiteAddress.of(request);
    AtomEntries entries = new AtomEntries(site);
    return store.ask(snapshot -> {
      known(list, snapshot);
      Criterion onList = new Criterion.Labelled(Criterion.Label.LIST, list);
      List<AtomFeed.Entry> newest = snapshot.index()
          .search(SearchQuery.newest(onList, MOST_ENTRIES))
          .heads()
          .stream()
          .filter(MailHead.class::isInstance)
          .flatMap(head -> ThreadNodes.open((MailHead) head, snapshot).stream())
          .map(entries::of)
          .toList();
      return answers.text(new AtomFeed("New on " + list,
          site.of("/" + Address.segment(list) + "/new.atom"),
          site.of(Address.search("l:" + list, "newest", 0)), newest).xml(), AtomFeed.TYPE,
          snapshot);
    });
  }

  private static void known(String list, Snapshot snapshot) {
    if (snapshot.summary().archives().stream().noneMatch(span -> span.name().equals(list))) {
      throw Refusal.notFound("no list of the store has this name",
          snapshot.summary()
              .archives()
              .stream()
              .map(span -> new Hint("what is new on " + Words.plain(span.name()),
                  "/" + Address.segment(span.name()) + "/new.atom"))
              .toArray(Hint[]::new));
    }
  }

  /** Newest first, whatever order the page of the search is in: a feed tells what has come. */
  @GetMapping("/search.atom")
  ResponseEntity<String> ofSearch(@RequestParam(name = "q", defaultValue = "") String query,
      HttpServletRequest request) {
    SearchSyntax syntax = SearchSyntax.parse(query);
    syntax.error().ifPresent(error -> {
      throw Refusal.badRequest(error);
    });
    SiteAddress site = SiteAddress.of(request);
    AtomEntries entries = new AtomEntries(site);
    return store.ask(snapshot -> {
      Hits hits = snapshot.index().search(SearchQuery.newest(syntax.criterion(), MOST_ENTRIES));
      return answers.text(new AtomFeed("Search: " + query, site.of(Address.searchFeed(query)),
          site.of(Address.search(query, "newest", 0)),
          hits.heads().stream().map(entries::of).toList()).xml(), AtomFeed.TYPE, snapshot);
    });
  }
}
