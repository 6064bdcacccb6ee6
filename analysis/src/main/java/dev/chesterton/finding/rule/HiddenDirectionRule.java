package dev.chesterton.finding.rule;

import dev.chesterton.finding.AddedLine;
import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.HiddenCharacter;
import dev.chesterton.finding.Rule;
import dev.chesterton.finding.RuleContext;
import dev.chesterton.finding.RuleId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A character that nobody sees makes a line look like another one (CVE-2021-42574, CVE-2021-42694). */
public final class HiddenDirectionRule implements Rule {

  @Override
  public RuleId id() {
    return new RuleId("hidden-direction");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.patch()
        .additions()
        .stream()
        .flatMap(code -> code.lines(line -> HiddenCharacter.first(line).isPresent()).stream())
        .filter(line -> !isTranslation(line.path().value()))
        .flatMap(line -> finding(line, context))
        .toList();
  }

  /** Texts in languages that are written from right to left need these characters. */
  private static boolean isTranslation(String path) {
    return path.endsWith(".po") || path.contains("/translations/");
  }

  private static Stream<Finding> finding(AddedLine line, RuleContext context) {
    return HiddenCharacter.first(line.text()).stream().map(hidden -> {
      String name = String.format(Locale.ROOT, "U+%04X", hidden.codePoint());
      String claim = "%s (%s) in column %d is not seen%s".formatted(name,
          Character.getName(hidden.codePoint()).toLowerCase(Locale.ROOT), hidden.column(),
          hidden.turns() ? ", and turns around what is behind it" : "");
      return new Finding(context.page().id(), context.page().severity(), name, claim, line,
          List.of(), List.of(context.patch()
              .ownLine(EvidenceKind.HIDDEN_CHARACTER, line.mailLine(), line.text(),
                  "the patch adds it")));
    });
  }
}
