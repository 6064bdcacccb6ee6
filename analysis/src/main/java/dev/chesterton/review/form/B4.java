package dev.chesterton.review.form;

import dev.chesterton.finding.Finding;
import dev.chesterton.finding.Severity;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.review.Review;
import dev.chesterton.review.ReviewText;
import dev.chesterton.review.Total;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the check commands of b4 print.
 *
 * <p>{@code b4.prep-perpatch-check-cmd} and {@code b4.am-perpatch-check-cmd} read lines ({@code run_local_check} in
 * {@code src/b4/__init__.py} of mricon/b4 at 1f2f768): each is a warning, one that holds {@code ERROR:} a failure, each line
 * on standard error a failure; none and exit 0 is a pass. {@code b4.review-perpatch-check-cmd} and
 * {@code b4.review-series-check-cmd} read an array of objects ({@code docs/maintainer/review.rst}, "Writing an external
 * check script"); an empty one means that there is nothing to report.
 *
 * @param strict whether findings of severity check are told: b4 has no word below a warning
 * @param printable makes the words of strangers harmless to a terminal, which is where b4 shows them
 */
public record B4(SiteLinks links, boolean strict, UnaryOperator<String> printable) {
  private static final String TOOL = "chesterton";
  private static final String FAILURE = "ERROR:";
  private static final Pattern ELSEWHERE = Pattern.compile(FAILURE);

  /** A line for each finding, with its end; nothing where there is nothing to tell. */
  public String lines(Review review) {
    return told(review).map(finding -> line(finding) + "\n").collect(Collectors.joining());
  }

  /** Words of a patch do not make a failure of a warning. */
  private String line(Finding finding) {
    String line = printable.apply(ReviewText.terse(finding));
    return finding.severity() == Severity.ERROR ? line
        : ELSEWHERE.matcher(line).replaceAll("ERROR :");
  }

  private Stream<Finding> told(Review review) {
    return review.findings()
        .stream()
        .filter(finding -> strict || finding.severity() != Severity.CHECK);
  }

  /** The line that says that nobody looked: a warning, neither a failure nor a pass. */
  public String notCheckedLine(String why) {
    return ELSEWHERE.matcher(notChecked(why)).replaceAll("ERROR :") + "\n";
  }

  private String notChecked(String why) {
    return printable.apply("not checked: " + why).replace('\n', ' ');
  }

  /**
   * The array for a mail, without a line end.
   *
   * @param about the patch or cover letter asked about; empty where it was no mail
   * @param reviews of the patch, or of all patches below the cover letter
   */
  public String array(Optional<MessageId> about, List<Review> reviews) {
    List<Review> found = reviews.stream()
        .filter(review -> told(review).findAny().isPresent())
        .toList();
    return JsonWriter.array(found.isEmpty() ? List.of() : List.of(found),
        (json, told) -> result(json, about, told));
  }

  /** The array that says that nobody looked. */
  public String notCheckedArray(String why) {
    return JsonWriter.array(List.of(notChecked(why)), (json, words) -> result(json,
        CheckStatus.WARN, words, Optional.empty(), ""));
  }

  private void result(JsonWriter json, Optional<MessageId> about, List<Review> reviews) {
    Total total = new Total();
    reviews.forEach(total::add);
    String first = reviews.stream()
        .flatMap(this::told)
        .findFirst()
        .map(finding -> ": " + finding.claim() + " [" + finding.rule() + "]")
        .orElse("");
    String details = reviews.stream()
        .map(ReviewText::full)
        .flatMap(String::lines)
        .map(printable)
        .collect(Collectors.joining("\n"));
    result(json, CheckStatus.of(reviews, strict), printable.apply(total.counts() + first),
        about.flatMap(links::review), details);
  }

  private static void result(JsonWriter json, CheckStatus status, String summary,
      Optional<String> url, String details) {
    json.text("tool", TOOL)
        .text("status", status.b4())
        .text("summary", summary)
        .text("url", url.orElse(""))
        .text("details", details);
  }
}
