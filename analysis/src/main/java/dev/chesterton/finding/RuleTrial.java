package dev.chesterton.finding;

import dev.chesterton.change.LineKeys;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Evidence;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Origin;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule does with a sample of its file. The sample is taken for a patch that stands alone, each line it removes for
 * one that an earlier fix had added: whether a rule would be heard without that is for real mail to tell.
 *
 * @param findings of this rule
 */
public record RuleTrial(RuleSample sample, List<Finding> findings) {
  public RuleTrial {
    findings = List.copyOf(findings);
  }

  /** All samples of a rule of the book, in the order of its page. */
  public static List<RuleTrial> of(RuleBook book, RulePage page) {
    RuleBook only = book.only(page.id());
    return RuleSample.of(page).stream().map(sample -> of(only, sample)).toList();
  }

  private static RuleTrial of(RuleBook book, RuleSample sample) {
    return new RuleTrial(sample, patch(sample.diff()).map(patch -> {
      Losses losses = new LossFinder(List.of(patch.change())).find(patch.change());
      return book.check(new UnderReview(patch, anchor(patch), List.of()), losses,
          new AssumedFix(losses.keys()));
    }).orElse(List.of()));
  }

  /** Whether the rule does as the sample says. */
  public boolean isGood() {
    return findings.isEmpty() != sample.fires();
  }

  /** Empty where the text is no diff. */
  private static Optional<Patch> patch(String diff) {
    String mail = """
        From: Sample <sample@example.org>
        Message-ID: <sample@example.org>
        Date: Thu, 01 Jan 1970 00:00:00 +0000
        Subject: [PATCH] sample
        Content-Type: text/plain; charset=utf-8

        ---
        """ + diff;
    return PatchParser.read(MailSources.single(mail.getBytes(StandardCharsets.UTF_8),
        Path.of("sample"), ReadLimits.DEFAULT), ReadLimits.DEFAULT)
        .value() instanceof Patch patch ? Optional.of(patch) : Optional.empty();
  }

  private static Anchor anchor(Patch patch) {
    return new Anchor.OfMail(new MailHead(patch.message().id(), patch.message().contentHash(),
        MailKind.PATCH, patch.message().subject(), patch.author(), patch.message().date().at(),
        List.of()));
  }

  /** As though one fix had put up all that is lost. */
  private record AssumedFix(LineKeys lost) implements Reasons {
    private static final Anchor FIX = new Anchor.OfUnknownCommit("0".repeat(12),
        "a fix that the sample assumes");

    @Override
    public List<Origin> fixes() {
      return List.of(new Origin(FIX, lost, 1, 1, Optional.of(words())));
    }

    @Override
    public List<Reason> fixesOf(List<String> lines) {
      return lines.isEmpty() ? List.of()
          : List.of(new Reason(EvidenceKind.FIX, words(), new Evidence.SharedLines(1, 1)));
    }

    private static Excerpt words() {
      return new Excerpt(FIX, 1, FIX.title());
    }

    @Override
    public List<Reason> priorAttempts(Set<String> names) {
      return List.of();
    }

    @Override
    public List<Reason> discussion(Set<String> names) {
      return List.of();
    }
  }
}
