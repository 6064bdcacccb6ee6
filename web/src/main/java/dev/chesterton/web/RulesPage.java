package dev.chesterton.web;

import dev.chesterton.finding.NamePattern;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.finding.RulePage;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.web.door.Refusal;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.ErrorView.Hint;
import dev.chesterton.web.view.RuleText;
import dev.chesterton.web.view.RuleView;
import dev.chesterton.web.view.RuleView.Match;
import dev.chesterton.web.view.RuleView.RuleLink;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a rule looks for, and why it exists. */
@Controller
final class RulesPage {

  private static final String JSON = ".json";

  private final RuleBook rules;
  private final Answers answers;

  RulesPage(RuleBook rules, Answers answers) {
    this.rules = rules;
    this.answers = answers;
  }

  @GetMapping({"/rule", "/rule/"})
  ResponseEntity<String> first() {
    return Answers.redirect(Address.rule(rules.pages().getFirst().id().value()));
  }

  @GetMapping({"/rule/{id}", "/rule/{id}/"})
  ResponseEntity<String> page(@PathVariable("id") String id) {
    boolean json = id.endsWith(JSON);
    RulePage rule = rule(json ? id.substring(0, id.length() - JSON.length()) : id);
    return json ? answers.fixed(json(rule) + "\n", "application/json")
        : answers.fixedPage("rule.jte", view(rule));
  }

  private RulePage rule(String id) {
    return rules.page(id)
        .orElseThrow(() -> Refusal.notFound("no rule has this name",
            rules.pages()
                .stream()
                .map(page -> new Hint(page.title(), Address.rule(page.id().value())))
                .toArray(Hint[]::new)));
  }

  private RuleView view(RulePage rule) {
    List<Match> matches = rule.matches()
        .entrySet()
        .stream()
        .map(entry -> new Match(entry.getKey(), patterns(entry.getValue())))
        .toList();
    List<RuleLink> others = rules.pages()
        .stream()
        .map(page -> new RuleLink(page.title(), Address.rule(page.id().value()),
            page.id().equals(rule.id())))
        .toList();
    return new RuleView(rule.id().value(), rule.title(), rule.severity().word(), rule.since(),
        matches, RuleText.render(rule.markdown()), others);
  }

  private static String patterns(List<NamePattern> patterns) {
    return patterns.stream().map(NamePattern::text).collect(Collectors.joining(" "));
  }

  private static String json(RulePage rule) {
    return JsonWriter.object(json -> json.number("schema", 1)
        .text("id", rule.id().value())
        .text("title", rule.title())
        .text("severity", rule.severity().word())
        .text("since", rule.since())
        .array("matches", rule.matches().entrySet(),
            (inner, entry) -> inner.text("kind", entry.getKey())
                .texts("patterns", entry.getValue().stream().map(NamePattern::text).toList()))
        .text("markdown", rule.markdown()));
  }
}
