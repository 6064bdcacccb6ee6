package dev.chesterton.web;

import dev.chesterton.index.LeiQuery;
import dev.chesterton.index.SearchQuery.Order;
import dev.chesterton.index.SearchSyntax;
import dev.chesterton.index.StoreSummary;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.web.door.Refusal;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.SearchView;
import dev.chesterton.web.view.SearchView.Narrowing;
import dev.chesterton.web.view.SearchView.Share;
import dev.chesterton.web.view.SearchView.Way;
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
      Results results = Results.of(query, syntax.criterion(), order, skip, snapshot);
      return Answers.goesOn(
          answers.page("search.jte", view(query, sort, skip, results, snapshot), snapshot),
          next(query, sort, skip, results));
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
      Results results = Results.of(query, syntax.criterion(), order, skip, snapshot);
      String next = json(next(query, sort, skip, results));
      return Answers.goesOn(answers.json(JsonWriter.object(json -> json.number("schema", 1)
          .text("query", query)
          .number("count", results.count())
          .flag("exact", results.exact())
          .number("skip", skip)
          .text("next", Optional.of(next).filter(address -> !address.isEmpty()))
          .text("lei", LeiQuery.of(syntax.criterion()))
          .number("counted", results.facets().counted())
          .array("facets", results.facets().facets(), Facets::write)
          .array("hits", results.found(), Found::write)), snapshot), next);
    });
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
        lists(snapshot), Narrowing.NONE, "");
  }

  private static SearchView view(String query, String sort, int skip, Results results,
      Snapshot snapshot) {
    String previous = skip == 0 ? ""
        : Address.search(query, sort, Math.max(0, skip - Results.PAGE));
    return new SearchView(query, sort, "", count(skip, results),
        results.found().stream().map(Found::hit).toList(), next(query, sort, skip, results),
        previous, json(Address.search(query, sort, skip)), lists(snapshot),
        narrowing(sort, results),
        LeiQuery.of(SearchSyntax.parse(query).criterion()).map(SearchPage::lei).orElse(""));
  }

  private static Narrowing narrowing(String sort, Results results) {
    Facets facets = results.facets();
    boolean all = results.exact() && facets.counted() == results.count();
    return new Narrowing(all ? "all that was found"
        : "the first %,d of what was found, by %s".formatted(facets.counted(), sort),
        facets.facets()
            .stream()
            .map(facet -> new Way(facet.name(),
                facet.entries()
                    .stream()
                    .map(entry -> new Share(Words.of(entry.label()), entry.count(),
                        entry.query().isEmpty() ? "" : Address.search(entry.query(), sort, 0)))
                    .toList(),
                facet.others()))
            .toList());
  }

  /** Quoted for a shell. */
  private static String lei(String query) {
    return "lei q -I https://lore.kernel.org/all/ '" + query.replace("'", "'\\''") + "'";
  }

  /** Where the results go on; empty at their end. */
  private static String next(String query, String sort, int skip, Results results) {
    int end = skip + results.found().size();
    return end < results.count() && end <= DEEPEST ? Address.search(query, sort, end) : "";
  }

  private static String json(String address) {
    return address.replaceFirst("/search", "/search.json");
  }

  private static String count(int skip, Results results) {
    if (results.count() == 0) {
      return "Nothing matches.";
    }
    return String.format(Locale.ROOT, "%,d to %,d of %s%,d", skip + 1,
        skip + results.found().size(), results.exact() ? "" : "more than ", results.count());
  }

  private static List<String> lists(Snapshot snapshot) {
    return snapshot.summary().archives().stream().map(StoreSummary.Span::name).toList();
  }
}
