package dev.chesterton.web;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.review.JsonWriter;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** All rules, each in a line; readers find them on the page of any. */
@Controller
final class RuleListPage {
  private final RuleBook rules;
  private final Answers answers;

  RuleListPage(RuleBook rules, Answers answers) {
    this.rules = rules;
    this.answers = answers;
  }

  @GetMapping("/rule/.json")
  ResponseEntity<String> json() {
    return answers.fixed(JsonWriter.object(json -> json.number("schema", 1)
        .array("rules", rules.pages(), (inner, rule) -> inner.text("id", rule.id().value())
            .text("title", rule.title())
            .text("severity", rule.severity().word())
            .text("since", rule.since())))
        + "\n", "application/json");
  }
}
