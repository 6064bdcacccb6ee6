package dev.chesterton.finding;

import dev.chesterton.link.Evidence;
import dev.chesterton.link.Excerpt;

/**
 * One piece of evidence: who says what, and why it has to do with the lines.
 *
 * @param excerpt the words, with the mail or commit they stand in
 * @param how the tie to the lines of the patch
 */
public record Reason(EvidenceKind kind, Excerpt excerpt, Evidence how) {

  /** What this rests on: a mail or commit as a whole, but of the patch itself no more than the line. */
  String source() {
    String key = excerpt.source().key();
    return how instanceof Evidence.OwnLine ? key + ":" + excerpt.line() : key;
  }
}
