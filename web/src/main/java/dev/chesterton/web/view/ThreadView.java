package dev.chesterton.web.view;

import java.util.List;

/**
 * A thread: the tree, then the mails.
 *
 * @param leftOut mails of the tree whose text is not shown
 * @param reply how to answer, empty where the mail asked for is not here
 */
public record ThreadView(String title, Words subject, int size, List<Line> tree, List<Letter> mails,
    int leftOut, List<Reply> reply, String self) {

  public ThreadView {
    tree = List.copyOf(tree);
    mails = List.copyOf(mails);
  }

  /**
   * A line of the tree.
   *
   * @param indent spaces, or {@code >>} where it is too deep
   * @param marks P patch, R Reviewed-by, A Acked-by, N NAK, T test named, c3 three commits cited
   * @param address of the mail: on this page, or its own
   * @param here the mail the page was asked for
   */
  public record Line(String indent, String date, Words author, Words subject, String marks,
      String address, boolean missing, boolean here) {}

  /** A mail of the thread with its text. */
  public record Letter(String id, Words subject, Words author, String date, String mail,
      String review, TextView text) {}

  /** Ways to answer. */
  public record Reply(Words sendEmail, String mailto, Words b4) {}
}
