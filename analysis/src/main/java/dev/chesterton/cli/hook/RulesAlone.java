package dev.chesterton.cli.hook;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.review.PatchAlone;
import java.util.List;

/** The rules that need nothing but the patch. */
record RulesAlone(RuleBook rules) implements PatchCheck {

  @Override
  public List<List<Told>> findings(List<OutgoingMail> asked, List<OutgoingMail> series) {
    return asked.stream()
        .map(mail -> mail.patch()
            .map(patch -> PatchAlone.findings(rules, patch).stream().map(Told::of).toList())
            .orElse(List.of()))
        .toList();
  }

  @Override
  public String asked() {
    return "rules that need no store";
  }

  @Override
  public void close() {}
}
