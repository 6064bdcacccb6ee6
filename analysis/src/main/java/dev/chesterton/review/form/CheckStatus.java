package dev.chesterton.review.form;

import dev.chesterton.finding.Severity;
import dev.chesterton.review.Review;
import java.util.List;
import java.util.Optional;

/** How a check ended, in the three words that b4 and patchwork know. */
enum CheckStatus {
  PASS("pass", "success"), WARN("warn", "warning"), FAIL("fail", "fail");

  private final String b4;
  private final String patchwork;

  CheckStatus(String b4, String patchwork) {
    this.b4 = b4;
    this.patchwork = patchwork;
  }

  String b4() {
    return b4;
  }

  String patchwork() {
    return patchwork;
  }

  /** @param strict whether a check counts as a warning does */
  static CheckStatus of(List<Review> reviews, boolean strict) {
    Optional<Severity> strongest = reviews.stream()
        .flatMap(review -> review.severity().stream())
        .max(Severity::compareTo);
    return strongest.map(severity -> switch (severity) {
      case ERROR -> FAIL;
      case WARNING -> WARN;
      case CHECK -> strict ? WARN : PASS;
    }).orElse(PASS);
  }
}
