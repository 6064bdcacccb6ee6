package dev.chesterton.review.form;

import dev.chesterton.finding.Finding;
import dev.chesterton.review.Counted;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.review.Review;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The body that patchwork takes at {@code POST /api/patches/ID/checks/}: the fields a client may write of
 * {@code CheckSerializer} ({@code patchwork/api/check.py} of getpatchwork/patchwork). Sending it is left to the operator.
 *
 * @param strict whether a check counts as a warning
 * @param printable makes the words of strangers harmless to a terminal
 */
public record PatchworkCheck(SiteLinks links, boolean strict, UnaryOperator<String> printable) {

  /** Letters, digits, {@code _} and {@code -}: the column of the check, one for each tool. */
  private static final String CONTEXT = "chesterton";

  /** Longer ones patchwork does not take ({@code URLField}). */
  private static final int MOST_URL = 200;

  /** A line of a table. */
  private static final int MOST_DESCRIPTION = 200;

  /** One document, without a line end. */
  public String body(Review review) {
    return JsonWriter
        .object(json -> json.text("state", CheckStatus.of(List.of(review), strict).patchwork())
            .text("target_url", links.review(review.patch().message().id())
                .filter(url -> url.length() <= MOST_URL))
            .text("context", CONTEXT)
            .text("description", cut(printable.apply(description(review)))));
  }

  private static String description(Review review) {
    if (review.findings().isEmpty()) {
      return review.losses().isEmpty() ? "takes nothing away for good"
          : "nothing found on what it takes away";
    }
    Finding first = review.findings().getFirst();
    int others = review.findings().size() - 1;
    return "%s: %s [%s]%s".formatted(first.place(), first.claim(), first.rule(),
        others == 0 ? "" : "; and " + Counted.of(others, "other"));
  }

  private static String cut(String text) {
    int[] points = text.codePoints().limit(MOST_DESCRIPTION + 1L).toArray();
    return points.length <= MOST_DESCRIPTION ? text
        : new String(points, 0, MOST_DESCRIPTION - 3) + "...";
  }
}
