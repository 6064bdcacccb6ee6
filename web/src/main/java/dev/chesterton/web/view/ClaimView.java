package dev.chesterton.web.view;

import dev.chesterton.finding.Claim;
import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.link.Anchor;
import java.time.Instant;
import java.util.List;

/**
 * A citation in the message with its verdict, shown below its line. The verdict is on the citation; what others say of
 * the conclusion follows it.
 *
 * @param real title the commit has, where it differs from the one cited; else nothing
 */
public record ClaimView(String id, Words commit, String address, String verdict, Words real,
    List<EvidenceView> answers) {

  static ClaimView of(Claim claim, Instant sent, Told told) {
    String hex = claim.citation().hex();
    boolean differs = claim.verdict() == Claim.Verdict.TITLE_DIFFERS;
    Anchor found = claim.commit();
    List<EvidenceView> answers = claim.answers()
        .stream()
        .map(words -> told.once(EvidenceView.of(EvidenceKind.DISCUSSION, words,
            "answers this line", sent)))
        .toList();
    return new ClaimView(
        ContentId.of(EvidenceKind.CLAIM.letter(), hex, String.valueOf(claim.citation().line())),
        Words.of(hex), Address.commit(hex), claim.verdict().words(),
        differs ? Words.of(found.title()) : Words.NONE, answers);
  }
}
