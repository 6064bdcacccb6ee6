package dev.chesterton.finding;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.TestMail;
import dev.chesterton.patch.Posting.Patch;
import java.util.List;

/** Patches under review, written in tests. */
public final class UnderReviews {
  private UnderReviews() {}

  /** One hunk of {@code fs/a.c}, each line with its sign; its first line is line 5 of the mail. */
  public static UnderReview of(String lines) {
    return of("fs/a.c", lines);
  }

  public static UnderReview of(String path, String lines) {
    long before = lines.lines().filter(line -> !line.startsWith("+")).count();
    long after = lines.lines().filter(line -> !line.startsWith("-")).count();
    Patch patch = TestMail.of("draft", "[PATCH] a: b", "1 Jun 2024", """
        ---
        --- a/%s
        +++ b/%s
        @@ -10,%d +10,%d @@ int f(void)
        """.formatted(path, path, before, after) + lines).patch();
    return new UnderReview(patch, anchor(patch), List.of());
  }

  private static Anchor anchor(Patch patch) {
    return new Anchor.OfMail(new MailHead(patch.message().id(), patch.message().contentHash(),
        MailKind.PATCH, patch.message().subject(), patch.author(), patch.message().date().at(),
        List.of()));
  }
}
