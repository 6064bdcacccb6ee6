package dev.chesterton.source;

import java.util.List;

/**
 * What became of the copy of one list; an epoch counts once at most.
 *
 * @param list name it is kept under
 * @param epochs that the server has
 * @param created epochs that are new here
 * @param fetched known epochs that brought new mail
 * @param rewritten known epochs whose history was replaced; mail that is no longer in it is gone from the disk
 * @param failed what was left out, by epoch, and why; the rest went on
 */
public record MirrorReport(String list, int epochs, int created, int fetched, int rewritten,
    List<Problem> failed) {
  public MirrorReport {
    failed = List.copyOf(failed);
  }
}
