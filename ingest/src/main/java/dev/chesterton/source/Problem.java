package dev.chesterton.source;

/**
 * Something in the input that could not be read as it stands; the reading went on.
 *
 * @param where file and byte offset, epoch and commit, or the part of a mail concerned
 * @param what what is wrong and what was done instead, without a full stop
 */
public record Problem(String where, String what) {
  @Override
  public String toString() {
    return where.isEmpty() ? what : where + ": " + what;
  }
}
