package dev.chesterton.web.view;

import dev.chesterton.finding.AddedLine;
import dev.chesterton.finding.Fence;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.MessageLine;
import dev.chesterton.finding.Place;
import dev.chesterton.finding.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A finding with its evidence, shown below the first of its lines.
 *
 * @param id of its place on the page, without {@code a-}
 * @param letter of the first evidence shown
 * @param shown at most {@link #MOST_SHOWN}, the possible ones left out
 * @param folded the rest
 * @param answers what readers said to it
 */
public record FindingView(String id, String severity, String letter, String css, Words claim,
    String rule, Place place, List<EvidenceView> shown, List<EvidenceView> folded,
    List<CallSite> callSites, AnswersView answers) {

  /** Annotations of one line that are open at first. */
  public static final int MOST_SHOWN = 5;

  /** A removed place that uses what is lost. */
  public record CallSite(Words code, Words place, String address) {}

  static FindingView of(Finding finding, Instant sent, Told told, AnswersView answers) {
    List<EvidenceView> all = finding.reasons()
        .stream()
        .sorted(Comparator.comparing(Reason::kind))
        .map(reason -> EvidenceView.of(reason.kind(), reason.excerpt(), reason.how(), sent))
        .map(told::once)
        .toList();
    List<EvidenceView> sure = all.stream().filter(one -> !one.isPossible()).toList();
    // Where all is only possible, the first is shown: a flag without a word would say nothing.
    List<EvidenceView> best = sure.isEmpty() ? all.subList(0, Math.min(1, all.size())) : sure;
    List<EvidenceView> shown = best.subList(0, Math.min(MOST_SHOWN, best.size()));
    List<EvidenceView> folded = all.stream().filter(one -> !shown.contains(one)).toList();
    EvidenceView strongest = shown.getFirst();
    return new FindingView(idOf(finding), finding.severity().word(), strongest.letter(),
        strongest.css(), Words.of(finding.claim()), finding.rule().value(), finding.place(),
        shown, folded, finding.callSites().stream().map(FindingView::callSite).toList(), answers);
  }

  /** The place of a finding on the page of its patch. */
  public static String placeOf(Finding finding) {
    return "#a-" + idOf(finding);
  }

  private static String idOf(Finding finding) {
    return switch (finding.place()) {
      case Fence fence -> ContentId.of(finding.rule().value(), fence.path().value(),
          finding.subject(), String.join("\n", fence.lines()), String.valueOf(fence.fromLine()));
      case AddedLine added -> ContentId.of(finding.rule().value(), added.path().value(),
          finding.subject(), added.text(), String.valueOf(added.line()), "added");
      case MessageLine message -> ContentId.of(finding.rule().value(), finding.subject(),
          message.text(), String.valueOf(message.line()), "message");
    };
  }

  private static CallSite callSite(Fence fence) {
    String code = fence.lines().isEmpty() ? "" : fence.lines().getFirst().strip();
    return new CallSite(Words.of(code), Words.of(fence.toString()),
        "#" + DiffLineView.oldId(fence.path().value(), fence.fromLine()));
  }

  public String ruleAddress() {
    return Address.rule(rule);
  }
}
