package dev.chesterton.web.view;

import static dev.chesterton.web.view.SummaryLine.none;
import static dev.chesterton.web.view.SummaryLine.reference;

import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.link.Fate;
import dev.chesterton.link.Objection;
import dev.chesterton.review.Counted;
import dev.chesterton.review.Review;
import dev.chesterton.web.view.SummaryLine.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The first lines of a review: how much there is of each kind, and where on the page. */
final class ReviewSummary {

  private final Review review;
  private final ReviewView.Parts parts;

  ReviewSummary(Review review, ReviewView.Parts parts) {
    this.review = review;
    this.parts = parts;
  }

  List<SummaryLine> lines() {
    List<SummaryLine> lines = new ArrayList<>();
    lines.add(objections());
    lines.add(fixes());
    lines.add(attempts());
    lines.add(discussion());
    lines.add(tests());
    lines.add(claims());
    return lines;
  }

  private SummaryLine objections() {
    List<Objection> against = review.objections()
        .stream()
        .filter(one -> !one.isQuestion())
        .toList();
    long asked = review.objections()
        .stream()
        .filter(one -> one.isQuestion() && one.fate() == Fate.OPEN)
        .count();
    String questions = asked == 0 ? ""
        : ", " + Counted.of(asked, "question is", "questions are") + " not answered";
    if (against.isEmpty()) {
      return none(EvidenceKind.OBJECTION,
          "no objection was found in the thread of this patch" + questions);
    }
    long open = against.stream().filter(one -> one.fate() == Fate.OPEN).count();
    return SummaryLine.of(EvidenceKind.OBJECTION,
        Counted.of(against.size(), "objection", "objections") + " in the thread of this patch, "
            + open + " of them not answered" + questions,
        parts.objections()
            .stream()
            .map(ObjectionView::evidence)
            .filter(one -> one.letter().equals(EvidenceKind.OBJECTION.letter()))
            .map(one -> reference(one.id()))
            .toList());
  }

  private SummaryLine fixes() {
    int count = review.fixes().size();
    if (count == 0) {
      return none(EvidenceKind.FIX, review.losses().isEmpty()
          ? "not looked for: no line is lost"
          : "no earlier fix was found that added the removed lines");
    }
    List<Reference> links = parts.reasons()
        .stream()
        .map(row -> reference(row.sign().id()))
        .toList();
    return SummaryLine.of(EvidenceKind.FIX,
        Counted.of(count, "earlier fix", "earlier fixes") + " added lines that are removed here",
        links);
  }

  private SummaryLine attempts() {
    int count = parts.attempts().size();
    if (count == 0) {
      return none(EvidenceKind.PRIOR_ATTEMPT, review.losses().isEmpty()
          ? "not looked for: no line is lost"
          : "no earlier attempt to take the same away was found");
    }
    String first = parts.attempts().getLast().patch().date();
    return SummaryLine.of(EvidenceKind.PRIOR_ATTEMPT,
        Counted.of(count, "earlier attempt", "earlier attempts") + " to take the same away"
            + (first.isEmpty() ? "" : count == 1 ? ", of " + first : ""),
        parts.attempts().stream().map(one -> reference(one.evidence().id())).toList());
  }

  private SummaryLine discussion() {
    int replies = parts.thread().size();
    int others = parts.discussion().size();
    if (replies + others == 0) {
      return none(EvidenceKind.DISCUSSION, "no reply to this patch, and no other mail that names"
          + " what vanishes, was found");
    }
    List<Reference> links = new ArrayList<>();
    parts.thread().forEach(one -> links.add(reference(one.id())));
    parts.discussion().forEach(one -> links.add(reference(one.id())));
    return SummaryLine.of(EvidenceKind.DISCUSSION,
        Counted.of(replies, "reply", "replies") + " in this thread, "
            + Counted.of(others, "other mail names", "other mails name") + " what vanishes",
        links);
  }

  private SummaryLine tests() {
    if (parts.tests().isEmpty()) {
      return none(EvidenceKind.TEST, "no test is named in any of these mails");
    }
    String names = review.tests()
        .stream()
        .limit(4)
        .map(test -> test.name())
        .collect(Collectors.joining(", "));
    int more = review.tests().size() - 4;
    return SummaryLine.of(EvidenceKind.TEST,
        Words.plain(names) + (more > 0 ? " and " + more + " more" : "")
            + (review.tests().size() == 1 ? " is named" : " are named")
            + " where this is discussed",
        parts.tests().stream().map(test -> reference(test.namedIn().getFirst().id())).toList());
  }

  private SummaryLine claims() {
    if (review.claims().isEmpty()) {
      return none(EvidenceKind.CLAIM, "the message cites no commit");
    }
    Map<String, Long> verdicts = review.claims()
        .stream()
        .collect(Collectors.groupingBy(claim -> claim.verdict().words(), TreeMap::new,
            Collectors.counting()));
    String told = verdicts.entrySet()
        .stream()
        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
        .collect(Collectors.joining(", "));
    return SummaryLine.of(EvidenceKind.CLAIM,
        Counted.of(review.claims().size(), "commit is", "commits are") + " cited in the message: "
            + told,
        parts.message()
            .stream()
            .flatMap(line -> line.claims().stream())
            .map(claim -> reference(claim.id()))
            .toList());
  }
}
