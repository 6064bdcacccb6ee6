package dev.chesterton.index;

/**
 * How many earlier changes did something. Mails and commits with one title count once: they are versions, copies and the
 * commit of one change.
 *
 * @param changes all of them
 * @param fixes those among them that say they repair something; see {@link dev.chesterton.change.FixSign}
 */
public record Tally(int changes, int fixes) {

  public static final Tally NONE = new Tally(0, 0);
}
