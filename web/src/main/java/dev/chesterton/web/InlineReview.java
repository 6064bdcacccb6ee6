package dev.chesterton.web;

import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.Hunk;
import dev.chesterton.finding.AddedLine;
import dev.chesterton.finding.Fence;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.MessageLine;
import dev.chesterton.finding.Reason;
import dev.chesterton.link.Anchor;
import dev.chesterton.review.Review;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.Words;
import java.util.List;
import java.util.stream.Collectors;

/** A review as a reviewer would mail it: the diff quoted with {@code "> "}, each finding below the first of its lines. */
final class InlineReview {
  /** Pieces of evidence told below a line; the page has all. */
  private static final int MOST_REASONS = 3;
  private static final int LONGEST_QUOTE = 300;

  private final Review review;
  private final SiteAddress site;
  private final StringBuilder text = new StringBuilder();

  InlineReview(Review review, SiteAddress site) {
    this.review = review;
    this.site = site;
  }

  /** Empty where nothing is found in the diff. */
  String text() {
    for (FileChange file : review.patch().change().files()) {
      for (Hunk hunk : file.hunks()) {
        if (hunk.lines().stream().anyMatch(line -> !at(file, line).isEmpty())) {
          quote(file, hunk);
        }
      }
    }
    return text.toString();
  }

  private void quote(FileChange file, Hunk hunk) {
    quoted("diff --git a/%s b/%s".formatted(file.oldPath(), file.newPath()));
    quoted("--- a/" + file.oldPath());
    quoted("+++ b/" + file.newPath());
    quoted("@@ -%d,%d +%d,%d @@ %s".formatted(hunk.oldStart(), hunk.oldCount(), hunk.newStart(),
        hunk.newCount(), hunk.section()));
    for (DiffLine line : hunk.lines()) {
      quoted(line.signed());
      at(file, line).forEach(this::remark);
    }
    text.append('\n');
  }

  private void quoted(String line) {
    text.append("> ").append(line).append('\n');
  }

  /** Findings whose first line this is. */
  private List<Finding> at(FileChange file, DiffLine line) {
    return review.findings().stream().filter(finding -> switch (finding.place()) {
      case Fence fence -> line.isRemoved() && fence.path().equals(file.oldPath())
          && fence.fromLine() == line.oldLine();
      case AddedLine added -> line.isAdded() && added.path().equals(file.newPath())
          && added.line() == line.newLine();
      case MessageLine _ -> false;
    }).toList();
  }

  private void remark(Finding finding) {
    String reasons = finding.reasons()
        .stream()
        .limit(MOST_REASONS)
        .map(this::reason)
        .collect(Collectors.joining("\n"));
    text.append("\n%s: %s [%s]\n%s\n%s\n\n".formatted(finding.severity().word(),
        oneLine(finding.claim()), finding.rule(), reasons,
        site.of(Address.review(review.patch().message().id()))));
  }

  /** Words of strangers stand behind a quotation mark, so that none of their lines looks like a line of the diff. */
  private String reason(Reason reason) {
    Anchor source = reason.excerpt().source();
    return "[%s] \"%s\"\n    %s, %s".formatted(reason.kind().letter(),
        oneLine(reason.excerpt().words()), reason.how().because(), address(source));
  }

  private String address(Anchor source) {
    return switch (source) {
      case Anchor.OfMail mail -> site.of(Address.mail(mail.head()));
      case Anchor.OfCommit commit -> site.of(Address.commit(commit.key()));
      case Anchor.OfUnknownCommit commit -> "commit " + commit.key();
    };
  }

  private static String oneLine(String words) {
    String line = Words.plain(words.replaceAll("\\s+", " ").strip());
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "...";
  }
}
