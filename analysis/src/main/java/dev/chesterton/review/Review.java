package dev.chesterton.review;

import dev.chesterton.finding.Claim;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.Losses;
import dev.chesterton.finding.Severity;
import dev.chesterton.finding.rank.Rank;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.StoreSummary;
import dev.chesterton.link.Attempt;
import dev.chesterton.link.CommitReference;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Objection;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.Series;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that is told about one patch.
 *
 * @param head empty for a patch that is not in the store
 * @param series the posting it is part of
 * @param until nothing later was looked at
 * @param rank how much it is worth a second look, as of the time it was sent
 * @param dossier the reasons of what it takes away, in sentences
 * @param suspects the removed lines that are most worth a look, with those who put them up
 * @param findings by severity, then in the order of the rules
 * @param fixes earlier fixes whose lines it takes away, heaviest first
 * @param commits each commit that is cited in the patch, in its thread or in earlier mails on the same thing
 * @param claims what the message of the patch says of commits
 * @param attempts earlier mails that tried to take the same away
 * @param discussion mails, outside of the attempts, that name what vanishes
 * @param thread what was said to this patch
 * @param objections what was said there against it, and what was asked, with what became of that
 * @param tests tests named in any of these mails
 * @param reach what was in the store, and so what was not looked at
 * @param notes what could not be read or looked up
 */
public record Review(Patch patch, Optional<MailHead> head, Series series, AsOf asOf, Instant until,
    Rank rank, Dossier dossier, List<Suspect> suspects, Losses losses, List<Finding> findings,
    List<Fix> fixes,
    List<CommitReference> commits,
    List<Claim> claims, List<Attempt> attempts,
    List<Excerpt> discussion, List<Excerpt> thread, List<Objection> objections,
    List<NamedTest> tests, StoreSummary reach,
    List<String> notes) {

  public Review {
    suspects = List.copyOf(suspects);
    findings = List.copyOf(findings);
    fixes = List.copyOf(fixes);
    commits = List.copyOf(commits);
    claims = List.copyOf(claims);
    attempts = List.copyOf(attempts);
    discussion = List.copyOf(discussion);
    thread = List.copyOf(thread);
    objections = List.copyOf(objections);
    tests = List.copyOf(tests);
    notes = List.copyOf(notes);
  }

  /** The strongest finding; empty where there is none. */
  public Optional<Severity> severity() {
    return findings.stream().map(Finding::severity).max(Severity::compareTo);
  }

  /** A patch is flagged when a finding has at least the severity of a warning. */
  public boolean isFlagged() {
    return severity().filter(severity -> severity.compareTo(Severity.WARNING) >= 0).isPresent();
  }
}
