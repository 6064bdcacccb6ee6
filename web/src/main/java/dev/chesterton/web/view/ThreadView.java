package dev.chesterton.web.view;

import java.util.List;

/**
 * A thread: the tree, then the mails.
 *
 * @param flat all mails by date rather than the tree
 * @param shape the mails of this page in outline
 * @param part which mails are shown with their text
 * @param reply how to answer, empty where the mail asked for is not here
 */
public record ThreadView(String title, Words subject, int size, boolean flat, List<Line> tree,
    ThreadShape shape, List<Letter> mails, Part part, List<Reply> reply, Forms forms) {

  public ThreadView {
    tree = List.copyOf(tree);
    mails = List.copyOf(mails);
  }

  /**
   * A line of the tree.
   *
   * @param indent spaces, or {@code >>} where it is too deep
   * @param marks P patch, R Reviewed-by, A Acked-by, N NAK, T test named, c3 three commits cited
   * @param address of the mail: on this page, on the page that has its text, or its own
   * @param here the mail the page was asked for
   */
  public record Line(String indent, String date, Words author, Words subject, String marks,
      String address, boolean missing, boolean here) {}

  /**
   * A mail of the thread with its text.
   *
   * @param others mails that use the same id
   */
  public record Letter(String id, Words subject, Words author, String date, String mail,
      String review, List<Words> others, TextView text) {}

  /**
   * The mails whose text is on this page.
   *
   * @param from 1-based, {@code to} inclusive
   * @param leftOut how many are on other pages
   * @param previous address of the page before, empty on the first; {@code next} likewise
   */
  public record Part(int from, int to, int leftOut, String previous, String next) {}

  /** Ways to answer. */
  public record Reply(Words sendEmail, String mailto, Words b4) {}

  /** The other forms of this page. */
  public record Forms(String json, String tree, String flat, String mailbox, String feed) {}
}
