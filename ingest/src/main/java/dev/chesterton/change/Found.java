package dev.chesterton.change;

/**
 * A citation and where it stands in its line.
 *
 * @param column 0-based, quote marks not counted; only the order within the line matters
 */
record Found(int column, Citation citation) {}
