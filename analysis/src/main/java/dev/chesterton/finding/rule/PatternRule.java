package dev.chesterton.finding.rule;

import dev.chesterton.finding.AddedLine;
import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Fence;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.PatternKind;
import dev.chesterton.finding.Place;
import dev.chesterton.finding.Reason;
import dev.chesterton.finding.Rule;
import dev.chesterton.finding.RuleContext;
import dev.chesterton.finding.RuleId;
import dev.chesterton.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A rule that is a file alone: the names in its head, looked for in what a patch loses or adds. */
public record PatternRule(RuleId id, PatternKind kind) implements Rule {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

  @Override
  public boolean readsLosses() {
    return kind != PatternKind.ADDED_LINE;
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return switch (kind) {
      case LOST_CALL -> context.losses()
          .calls()
          .stream()
          .filter(call -> fits(call.callee(), context))
          .flatMap(call -> lost(call.callee(),
              "removes a call of %s()".formatted(call.callee()), call.fence(), context))
          .toList();
      case LOST_LINE -> context.losses()
          .lines()
          .stream()
          .flatMap(line -> first(names(line.line().text()), context).stream()
              .flatMap(name -> lost(name, "removes a line with %s".formatted(name),
                  line.fence(), context)))
          .toList();
      case ADDED_LINE -> context.patch()
          .additions()
          .stream()
          .flatMap(code -> code.lines(text -> first(names(text), context).isPresent())
              .stream()
              .flatMap(line -> first(code.names(line).stream(), context).stream()
                  .map(name -> added(name, line, context))))
          .toList();
    };
  }

  private static Stream<String> names(String text) {
    return NAME.matcher(text).results().map(MatchResult::group);
  }

  private static Optional<String> first(Stream<String> names, RuleContext context) {
    return names.filter(name -> fits(name, context)).findFirst();
  }

  private static boolean fits(String name, RuleContext context) {
    return context.page().kindsOf(name).findAny().isPresent();
  }

  /** Alone a loss is daily business: without an earlier fix it is told of only as something to look at. */
  private static Stream<Finding> lost(String name, String claim, Fence fence,
      RuleContext context) {
    if (context.losses().isInsideLostFunction(fence)) {
      return Stream.empty();
    }
    List<Reason> fixes = context.reasons().fixesOf(fence.lines());
    boolean enough = !fixes.isEmpty() || context.page().severity() == Severity.CHECK;
    List<Reason> reasons = fixes.isEmpty() ? List.of(removed(fence, context)) : fixes;
    return enough ? Stream.of(finding(name, claim, fence, reasons, context)) : Stream.empty();
  }

  private static Reason removed(Fence fence, RuleContext context) {
    return context.patch()
        .ownLine(EvidenceKind.OWN_LINE, context.patch().mailLine(fence),
            fence.lines().isEmpty() ? "" : fence.lines().getFirst(), "the patch removes it");
  }

  private static Finding added(String name, AddedLine line, RuleContext context) {
    Reason reason = context.patch()
        .ownLine(EvidenceKind.OWN_LINE, line.mailLine(), line.text(), "the patch adds it");
    return finding(name, "adds a line with %s".formatted(name), line, List.of(reason), context);
  }

  private static Finding finding(String name, String claim, Place place, List<Reason> reasons,
      RuleContext context) {
    return new Finding(context.page().id(), context.page().severity(), name,
        claim + ": " + context.page().title(), place, List.of(), reasons);
  }
}
