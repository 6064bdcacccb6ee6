package dev.chesterton.web.view;

import java.util.List;

/**
 * Flagged patches.
 *
 * @param progress how far the list has got, in a sentence
 */
public record FlaggedView(String progress, boolean complete, List<Row> rows) {

  /** A patch with its findings, how it stands with the readers of this server, and why it was dismissed. */
  public record Row(String severity, String date, Words list, Words subject, String address,
      Words author, List<String> rules, String reasons, String letters,
      String state, Words why) {}
}
