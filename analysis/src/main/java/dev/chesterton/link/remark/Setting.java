package dev.chesterton.link.remark;

/**
 * Where in a thread a mail is said.
 *
 * @param byAuthor the sender is the author of the patch: he does not object to it, but he may ask
 * @param answers whom
 */
public record Setting(boolean byAuthor, Answers answers) {

  /** To what or whom a mail answers. */
  public enum Answers {
    /** The patch or its cover letter. */
    PATCH,
    /** Words of the patch's author. */
    AUTHOR,
    /** Words of somebody else, where an argument may be for the patch as well. */
    OTHER
  }
}
