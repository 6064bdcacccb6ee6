package dev.chesterton.review;

import dev.chesterton.finding.AddedLine;
import dev.chesterton.finding.Fence;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.MessageLine;
import dev.chesterton.finding.Reason;
import dev.chesterton.finding.UnderReview;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Excerpt;
import dev.chesterton.mail.Message;
import dev.chesterton.mail.ReplyHead;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An answer to a patch that asks about what was found, for a mail program to finish and send: each finding below the lines
 * it is about, as a question, with the reasons and where they can be read.
 */
public final class ReplyDraft {
  private static final String LORE = "https://lore.kernel.org/r/";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE
      .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter WHEN = DateTimeFormatter
      .ofPattern("yyyy-MM-dd HH:mm Z", Locale.ROOT);

  /** Lines quoted of one finding, and reasons named. */
  private static final int MOST = 12;

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\t]]");

  private final Review review;
  private final UnderReview patch;
  private final StringBuilder text = new StringBuilder();

  private ReplyDraft(Review review, Anchor source) {
    this.review = review;
    this.patch = new UnderReview(review.patch(), source, List.of());
  }

  /**
   * Header and text; lines end with {@code \n}.
   *
   * @param source the mail of the patch
   */
  public static String of(Review review, Anchor source) {
    ReplyDraft draft = new ReplyDraft(review, source);
    draft.write();
    return ReplyHead.of(review.patch().message()) + draft.text;
  }

  private void write() {
    Message message = review.patch().message();
    line("On %s, %s wrote:".formatted(message.date().at().format(WHEN),
        review.patch().author().display()));
    review.findings().forEach(this::finding);
    if (review.findings().isEmpty()) {
      quote(review.patch().logLine(), 1);
      line("");
    }
  }

  private void finding(Finding finding) {
    switch (finding.place()) {
      case Fence fence -> quote(patch.mailLine(fence), fence.lines().size());
      case AddedLine added -> quote(added.mailLine(), 1);
      case MessageLine message -> quote(message.line(), 1);
    }
    line("");
    line("This %s. Is that meant?".formatted(finding.claim()));
    line("");
    finding.reasons().stream().limit(MOST).forEach(this::reason);
  }

  /** @param from 1-based line of the mail */
  private void quote(int from, int count) {
    List<String> lines = review.patch().message().lines();
    int end = Math.min(lines.size(), from - 1 + Math.clamp(count, 1, MOST));
    lines.subList(Math.min(from - 1, end), end).forEach(line -> line("> " + line));
  }

  private void reason(Reason reason) {
    Excerpt words = reason.excerpt();
    Anchor source = words.source();
    line("- %s%s: \"%s\"".formatted(source.instant()
        .map(DAY::format)
        .map(day -> day + " ")
        .orElse(
            ""),
        who(source), words.words()));
    line("  " + (source instanceof Anchor.OfMail ? LORE + source.key() + "/"
        : "commit " + source.key()));
    line("");
  }

  private static String who(Anchor source) {
    return source instanceof Anchor.Stored stored ? stored.head().author().display()
        : source.title();
  }

  private void line(String line) {
    text.append(CONTROLS.matcher(line).replaceAll(" ")).append('\n');
  }
}
