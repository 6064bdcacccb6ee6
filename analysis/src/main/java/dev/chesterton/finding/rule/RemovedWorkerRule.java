package dev.chesterton.finding.rule;

import dev.chesterton.finding.Fence;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.Losses;
import dev.chesterton.finding.Losses.LostCall;
import dev.chesterton.finding.Losses.LostFunction;
import dev.chesterton.finding.Losses.LostLine;
import dev.chesterton.finding.NamePattern;
import dev.chesterton.finding.Reason;
import dev.chesterton.finding.Rule;
import dev.chesterton.finding.RuleContext;
import dev.chesterton.finding.RuleId;
import dev.chesterton.link.Identifiers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A function that runs later, on a work queue or timer, is removed for good. */
public final class RemovedWorkerRule implements Rule {

  /** Of a function that is only renamed or split, most lines come back. */
  private static final double MOSTLY = 0.5;

  @Override
  public RuleId id() {
    return new RuleId("removed-worker");
  }

  @Override
  public boolean isRanked() {
    return true;
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.losses()
        .functions()
        .stream()
        .filter(function -> isWorker(function, context) && isMostlyLost(function, context.losses()))
        .flatMap(worker -> finding(worker, context).stream())
        .toList();
  }

  private static boolean isWorker(LostFunction function, RuleContext context) {
    return fits(context.page().match("name"), function.name())
        || handOvers(function, context).findAny().isPresent();
  }

  private static Stream<LostCall> handOvers(LostFunction function, RuleContext context) {
    return context.losses()
        .calls()
        .stream()
        .filter(call -> fits(context.page().match("handover"), call.callee()))
        .filter(call -> call.arguments().stream().anyMatch(Identifiers.naming(function.name())));
  }

  private static boolean fits(List<NamePattern> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> pattern.fits(name));
  }

  /** Lines that stay count too: where only the head goes, the function was renamed. */
  private static boolean isMostlyLost(LostFunction function, Losses losses) {
    long lost = losses.lines()
        .stream()
        .filter(line -> function.fence().holds(line.fence()))
        .count();
    long blank = function.fence().lines().stream().filter(String::isBlank).count();
    long solid = function.fence().toLine() - function.fence().fromLine() + 1 - blank;
    return lost >= MOSTLY * solid;
  }

  private static List<Finding> finding(LostFunction worker, RuleContext context) {
    Set<String> names = new TreeSet<>(Set.of(worker.name()));
    handOvers(worker, context).flatMap(call -> call.fence().function().stream())
        .filter(starter -> isLost(starter, context.losses()))
        .forEach(names::add);
    List<Fence> callSites = callSites(names, context.losses());
    List<Reason> reasons = reasons(worker, callSites, names, context);
    if (reasons.isEmpty()) {
      return List.of();
    }
    String claim = "removes the worker %s() and %d %s that lead to it".formatted(worker.name(),
        callSites.size(),
        callSites.size() == 1 ? "place" : "places");
    return List.of(new Finding(context.page().id(), context.page().severity(), worker.name(), claim,
        worker.fence(),
        callSites, reasons));
  }

  private static boolean isLost(String function, Losses losses) {
    return losses.functions().stream().anyMatch(lost -> lost.name().equals(function));
  }

  /** Lost lines that name the worker or a lost function that starts it, their own definitions left out. */
  private static List<Fence> callSites(Set<String> names, Losses losses) {
    Predicate<String> named = names.stream()
        .map(Identifiers::naming)
        .reduce(_ -> false, Predicate::or);
    return losses.lines()
        .stream()
        .filter(line -> named.test(line.line().text()))
        .map(LostLine::fence)
        .filter(site -> losses.functions()
            .stream()
            .noneMatch(function -> names.contains(function.name())
                && function.fence().path().equals(site.path())
                && function.fence().fromLine() == site.fromLine()))
        .toList();
  }

  private static List<Reason> reasons(LostFunction worker, List<Fence> callSites, Set<String> names,
      RuleContext context) {
    List<String> lines = Stream.concat(Stream.of(worker.fence()), callSites.stream())
        .flatMap(fence -> fence.lines().stream())
        .toList();
    return Stream
        .of(context.reasons().fixesOf(lines), context.reasons().priorAttempts(names),
            context.reasons()
                .discussion(names))
        .flatMap(List::stream)
        .toList();
  }
}
