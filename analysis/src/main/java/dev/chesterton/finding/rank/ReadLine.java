package dev.chesterton.finding.rank;

import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FilePath;
import dev.chesterton.change.LineKey;
import dev.chesterton.syntax.CodeLine;

/**
 * A line of a diff and what it says as code.
 *
 * @param hunk number of the hunk within the change, from 0
 * @param isFileGone the whole file is deleted
 */
record ReadLine(FilePath path, int hunk, DiffLine line, CodeLine code, boolean isFileGone) {

  LineKey key() {
    return LineKey.of(line.text());
  }
}
