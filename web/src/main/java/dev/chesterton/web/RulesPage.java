package dev.chesterton.web;

import dev.chesterton.finding.NamePattern;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.finding.RulePage;
import dev.chesterton.index.StoreException;
import dev.chesterton.notes.Answer;
import dev.chesterton.notes.Notes;
import dev.chesterton.review.Counted;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.web.door.Refusal;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.AnswerView;
import dev.chesterton.web.view.ErrorView.Hint;
import dev.chesterton.web.view.MarkdownText;
import dev.chesterton.web.view.RuleView;
import dev.chesterton.web.view.RuleView.Match;
import dev.chesterton.web.view.RuleView.RuleLink;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a rule looks for, and why it exists. */
@Controller
final class RulesPage {

  private static final Logger LOG = LoggerFactory.getLogger(RulesPage.class);
  private static final String JSON = ".json";
  /** Answers that call a rule wrong, on its page. */
  private static final int MOST_ANSWERS = 50;

  private final RuleBook rules;
  private final Notes notes;
  private final Answers answers;

  RulesPage(RuleBook rules, Notes notes, Answers answers) {
    this.rules = rules;
    this.notes = notes;
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
    List<Answer> said = said(rule);
    return json ? answers.changing(json(rule, said) + "\n", "application/json")
        : answers.changingPage("rule.jte", view(rule, said));
  }

  private RulePage rule(String id) {
    return rules.page(id)
        .orElseThrow(() -> Refusal.notFound("no rule has this name",
            rules.pages()
                .stream()
                .map(page -> new Hint(page.title(), Address.rule(page.id().value())))
                .toArray(Hint[]::new)));
  }

  /** What counts of what readers said to its findings, oldest first; none where that cannot be read. */
  private List<Answer> said(RulePage rule) {
    try {
      return Answer.current(notes.answersTo(rule.id()));
    } catch (StoreException e) {
      LOG.warn("a rule is shown without answers: {}", e.getMessage());
      return List.of();
    }
  }

  private static RuleView.Answered answered(List<Answer> said) {
    List<Answer> wrong = said.reversed()
        .stream()
        .filter(answer -> answer.kind().isWrong())
        .toList();
    String counts = said.isEmpty() ? "Nobody has answered one."
        : Counted.of(said.size(), "answer") + ": " + Stream.of(Answer.Kind.values())
            .map(kind -> count(said, kind) + " " + kind.word())
            .collect(Collectors.joining(", ")) + ".";
    return new RuleView.Answered(counts,
        wrong.stream().limit(MOST_ANSWERS).map(AnswerView::of).toList(),
        Math.max(0, wrong.size() - MOST_ANSWERS));
  }

  private static long count(List<Answer> said, Answer.Kind kind) {
    return said.stream().filter(answer -> answer.kind() == kind).count();
  }

  private RuleView view(RulePage rule, List<Answer> said) {
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
        matches, MarkdownText.ofRule(rule.markdown()), others, answered(said));
  }

  private static String patterns(List<NamePattern> patterns) {
    return patterns.stream().map(NamePattern::text).collect(Collectors.joining(" "));
  }

  private static String json(RulePage rule, List<Answer> said) {
    return JsonWriter.object(json -> json.number("schema", 1)
        .text("id", rule.id().value())
        .text("title", rule.title())
        .text("severity", rule.severity().word())
        .text("since", rule.since())
        .array("matches", rule.matches().entrySet(),
            (inner, entry) -> inner.text("kind", entry.getKey())
                .texts("patterns", entry.getValue().stream().map(NamePattern::text).toList()))
        .text("markdown", rule.markdown())
        .array("answers", said, (inner, answer) -> inner.text("answer", answer.kind().word())
            .text("reason", answer.reason())
            .text("author", answer.by().author())
            .text("at", answer.by().at().toString())
            .text("given_on", answer.patch().value())
            .text("version", answer.version())));
  }
}
