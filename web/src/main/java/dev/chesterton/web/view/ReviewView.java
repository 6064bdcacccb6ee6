package dev.chesterton.web.view;

import dev.chesterton.finding.AddedLine;
import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.finding.Fence;
import dev.chesterton.finding.Finding;
import dev.chesterton.link.Excerpt;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.review.Review;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The review page. Evidence stands where it is first needed, from top to bottom, and is referred to from then on.
 *
 * @param summary a line for each kind
 * @param dossier the reasons of what goes, in sentences
 * @param rank why it is worth a second look, or not
 * @param notes what readers wrote about it
 * @param reach what was looked at and what not
 */
public record ReviewView(ReviewHead head, DossierView dossier, List<SummaryLine> summary,
    RankView rank, Parts parts, NotesView notes, List<String> reach) {

  /**
   * The sections, in the order of the page.
   *
   * @param message up to the diff
   * @param reasons earlier fixes, heaviest first
   * @param attempts earlier attempts, heaviest first
   * @param objections what was said against this patch in its thread, and what was asked
   * @param thread what was said to this patch
   * @param discussion other mails that name what vanishes
   */
  public record Parts(List<MessageLine> message, int findings, DiffView diff,
      List<ReasonRow> reasons, List<AttemptView> attempts, List<ObjectionView> objections,
      List<EvidenceView> thread,
      List<EvidenceView> discussion, List<CommitRow> commits, List<TestView> tests) {}

  /** A line of the message with the claims made on it. */
  public record MessageLine(TextLine line, List<ClaimView> claims) {}

  /**
   * Lays it out.
   *
   * @param answers what readers said to each finding
   */
  public static ReviewView of(Review review, ReviewHead head, MailLinks mails, NotesView notes,
      Function<Finding, AnswersView> answers) {
    Parts parts = parts(review, mails, answers);
    return new ReviewView(head,
        DossierView.of(review.dossier(), review.patch().message().date().instant()),
        new ReviewSummary(review, parts).lines(),
        RankView.of(review.rank(), review.suspects()), parts, notes, Reach.of(review));
  }

  private static Parts parts(Review review, MailLinks mails,
      Function<Finding, AnswersView> answers) {
    Instant sent = review.patch().message().date().instant();
    Told told = new Told();
    List<MessageLine> message = message(review, mails, sent, told);
    List<FindingView> findings = review.findings()
        .stream()
        .sorted(Comparator.comparing(ReviewView::path).thenComparingInt(ReviewView::line))
        .map(finding -> FindingView.of(finding, sent, told, answers.apply(finding)))
        .toList();
    DiffView diff = DiffView.of(review.patch().change(), findings);
    return new Parts(message, findings.size(), diff,
        review.fixes().stream().map(fix -> ReasonRow.of(fix, findings, sent, told)).toList(),
        review.attempts().stream().map(one -> AttemptView.of(one, sent, told)).toList(),
        review.objections().stream().map(one -> ObjectionView.of(one, sent, told)).toList(),
        said(review.thread(), "answers this patch", sent, told),
        said(review.discussion(), "names what vanishes", sent, told),
        review.commits().stream().map(CommitRow::of).toList(),
        review.tests().stream().map(test -> TestView.of(test, sent, told)).toList());
  }

  /** What stands in the message comes before all files. */
  private static String path(Finding finding) {
    return switch (finding.place()) {
      case Fence fence -> fence.path().value();
      case AddedLine added -> added.path().value();
      case dev.chesterton.finding.MessageLine _ -> "";
    };
  }

  private static int line(Finding finding) {
    return switch (finding.place()) {
      case Fence fence -> fence.fromLine();
      case AddedLine added -> added.line();
      case dev.chesterton.finding.MessageLine message -> message.line();
    };
  }

  private static List<EvidenceView> said(List<Excerpt> excerpts, String how, Instant sent,
      Told told) {
    return excerpts.stream()
        .map(words -> EvidenceView.of(EvidenceKind.DISCUSSION, words, how, sent))
        .map(told::once)
        .toList();
  }

  private static List<MessageLine> message(Review review, MailLinks mails, Instant sent,
      Told told) {
    Patch patch = review.patch();
    List<String> lines = patch.message().lines();
    int end = Math.clamp(patch.diffLine() - 1L, 0, Math.min(lines.size(), DiffWriter.MAX_LINES));
    while (end > 0 && lines.get(end - 1).isBlank()) {
      end--;
    }
    Map<Integer, List<ClaimView>> claims = review.claims()
        .stream()
        .collect(Collectors.groupingBy(claim -> claim.citation().line(),
            Collectors.mapping(claim -> ClaimView.of(claim, sent, told), Collectors.toList())));
    List<TextLine> text = TextWriter.of(patch, mails, "").range(0, end);
    return java.util.stream.IntStream.range(0, text.size())
        .mapToObj(i -> new MessageLine(text.get(i), claims.getOrDefault(i + 1, List.of())))
        .toList();
  }
}
