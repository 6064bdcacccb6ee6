package dev.chesterton.index;

/**
 * Which store this is and how far it has come: what is derived from it notes this, to find out later what has changed.
 *
 * @param birth tells a store from one that was made anew in its place
 * @param generation counts the commits
 * @param removals counts the mails that were taken back
 */
public record StoreState(String birth, long generation, long removals) {}
