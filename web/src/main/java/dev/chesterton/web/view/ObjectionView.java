package dev.chesterton.web.view;

import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.link.Objection;
import java.time.Instant;
import java.util.List;

/**
 * What somebody says against the patch, or asks about it.
 *
 * @param evidence its words, with place and fate as the tie
 * @param answer what settles its fate; empty or one
 */
public record ObjectionView(EvidenceView evidence, List<EvidenceView> answer) {

  static ObjectionView of(Objection objection, Instant sent, Told told) {
    EvidenceKind kind = objection.isQuestion() ? EvidenceKind.DISCUSSION : EvidenceKind.OBJECTION;
    EvidenceView evidence = EvidenceView.of(kind, objection.words(), how(objection), sent);
    List<EvidenceView> answer = objection.answer()
        .map(words -> EvidenceView.of(EvidenceKind.DISCUSSION, words, "answers it", sent))
        .stream()
        .toList();
    return new ObjectionView(told.once(evidence), told.once(answer));
  }

  private static String how(Objection objection) {
    String place = objection.place().map(line -> " at " + line).orElse("");
    return Words.plain(objection.kind().word() + place + ", " + objection.fate().words());
  }
}
