package dev.chesterton.web;

import dev.chesterton.index.Hits;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.index.SearchQuery.Order;
import dev.chesterton.index.SearchSyntax;
import dev.chesterton.index.StoreSummary;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.web.door.Refusal;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.SearchView;
import dev.chesterton.web.view.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Mails and commits that match. */
@Controller
final class SearchPage {

  private static final int PAGE = 50;
  /** Deeper pages cost more than they are read. */
  private static final int DEEPEST = 10_000;

  private final OpenStore store;
  private final Answers answers;

  SearchPage(OpenStore store, Answers answers) {
    this.store = store;
    this.answers = answers;
  }

  @GetMapping("/search")
  ResponseEntity<String> page(@RequestParam(name = "q", defaultValue = "") String query,
      @RequestParam(name = "sort", defaultValue = "relevance") String sort,
      @RequestParam(name = "skip", defaultValue = "0") int skip) {
    Order order = order(sort, skip);
    return store.ask(snapshot -> {
      if (query.isBlank()) {
        return answers.page("search.jte", form(query, sort, "", snapshot), snapshot);
      }
      SearchSyntax syntax = SearchSyntax.parse(query);
      if (syntax.error().isPresent()) {
        return answers.passing(HttpStatus.BAD_REQUEST, "search.jte",
            form(query, sort, syntax.error().get(), snapshot));
      }
      Hits hits = search(syntax, order, skip, snapshot);
      return Answers.goesOn(
          answers.page("search.jte", view(query, sort, skip, found(syntax, hits, snapshot), hits,
              snapshot), snapshot),
          next(query, sort, skip, hits));
    });
  }

  @GetMapping("/search.json")
  ResponseEntity<String> json(@RequestParam(name = "q", defaultValue = "") String query,
      @RequestParam(name = "sort", defaultValue = "relevance") String sort,
      @RequestParam(name = "skip", defaultValue = "0") int skip) {
    Order order = order(sort, skip);
    SearchSyntax syntax = SearchSyntax.parse(query);
    if (syntax.error().isPresent()) {
      return answers.passingJson(HttpStatus.BAD_REQUEST,
          JsonWriter.object(json -> json.number("status", 400)
              .text("query", query)
              .text("why", syntax.error())));
    }
    return store.ask(snapshot -> {
      Hits hits = search(syntax, order, skip, snapshot);
      String next = json(next(query, sort, skip, hits));
      return Answers.goesOn(answers.json(JsonWriter.object(json -> json.number("schema", 1)
          .text("query", query)
          .number("count", hits.count())
          .flag("exact", hits.exact())
          .number("skip", skip)
          .text("next", Optional.of(next).filter(address -> !address.isEmpty()))
          .array("hits", found(syntax, hits, snapshot), Found::write)), snapshot), next);
    });
  }

  private static List<Found> found(SearchSyntax syntax, Hits hits, Snapshot snapshot) {
    Snippets snippets = new Snippets(syntax.criterion(), snapshot);
    return hits.heads().stream().map(head -> new Found(head, snippets.of(head))).toList();
  }

  private static Hits search(SearchSyntax syntax, Order order, int skip, Snapshot snapshot) {
    return snapshot.index().search(new SearchQuery(syntax.criterion(), order, skip, PAGE));
  }

  private static Order order(String sort, int skip) {
    if (skip < 0 || skip > DEEPEST) {
      throw Refusal.badRequest("skip is a number from 0 to " + DEEPEST);
    }
    return switch (sort) {
      case "relevance" -> Order.RELEVANCE;
      case "newest" -> Order.NEWEST;
      case "oldest" -> Order.OLDEST;
      default -> throw Refusal.badRequest("sort is relevance, newest or oldest");
    };
  }

  private static SearchView form(String query, String sort, String error, Snapshot snapshot) {
    return new SearchView(query, sort, Words.plain(error), "", List.of(), "", "", "",
        lists(snapshot));
  }

  private static SearchView view(String query, String sort, int skip, List<Found> found,
      Hits hits, Snapshot snapshot) {
    int end = skip + hits.heads().size();
    String previous = skip == 0 ? "" : Address.search(query, sort, Math.max(0, skip - PAGE));
    return new SearchView(query, sort, "", count(skip, end, hits),
        found.stream().map(Found::hit).toList(), next(query, sort, skip, hits),
        previous, json(Address.search(query, sort, skip)),
        lists(snapshot));
  }

  /** Where the results go on; empty at their end. */
  private static String next(String query, String sort, int skip, Hits hits) {
    int end = skip + hits.heads().size();
    return end < hits.count() && end <= DEEPEST ? Address.search(query, sort, end) : "";
  }

  private static String json(String address) {
    return address.replaceFirst("/search", "/search.json");
  }

  private static String count(int skip, int end, Hits hits) {
    if (hits.count() == 0) {
      return "Nothing matches.";
    }
    return String.format(Locale.ROOT, "%,d to %,d of %s%,d", skip + 1, end,
        hits.exact() ? "" : "more than ", hits.count());
  }

  private static List<String> lists(Snapshot snapshot) {
    return snapshot.summary().archives().stream().map(StoreSummary.Span::name).toList();
  }
}
