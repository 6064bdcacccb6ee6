package dev.chesterton.cli.hook;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.review.PatchAlone;
import java.util.List;

/** The rules that need nothing but the patch. */
record RulesAlone(RuleBook rules) implements PatchCheck {

  @Override
  public List<Told> findings(OutgoingMail mail, Patch patch, List<OutgoingMail> series) {
    return PatchAlone.findings(rules, patch).stream().map(Told::of).toList();
  }

  @Override
  public String asked() {
    return "rules that need no store";
  }

  @Override
  public void close() {}
}
