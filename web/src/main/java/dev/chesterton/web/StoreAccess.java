package dev.chesterton.web;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.jobs.Expected;
import dev.chesterton.link.CommitChanges;
import dev.chesterton.source.ReadLimits;
import java.nio.file.Path;

/**
 * What the pages are made from.
 *
 * @param folder of the store
 * @param limits mails were read with when they came into the store
 * @param trees give commits with what they changed
 * @param rules as the configuration wants them
 * @param expected runs without which the store is stale
 * @param mcp whether POST /mcp is answered
 */
record StoreAccess(Path folder, ReadLimits limits, CommitChanges trees, RuleBook rules,
    Expected expected, boolean mcp) {

  /** Without /mcp. */
  StoreAccess(Path folder, ReadLimits limits, CommitChanges trees, RuleBook rules,
      Expected expected) {
    this(folder, limits, trees, rules, expected, false);
  }
}
