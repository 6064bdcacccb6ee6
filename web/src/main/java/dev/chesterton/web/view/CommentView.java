package dev.chesterton.web.view;

import dev.chesterton.link.Comment;
import java.util.List;

/**
 * A comment on a line of a patch, and what became of it.
 *
 * @param place file and line
 * @param line as it stands in the patch, with its sign
 * @param css what became of it, for colour
 * @param answer who answers it; empty or one
 */
public record CommentView(SourceView source, Words words, String place, Words line, String became,
    String css, List<Answer> answer) {

  /** Words below the comment in a later mail. */
  public record Answer(SourceView source, Words words) {}

  static List<CommentView> of(List<Comment> comments) {
    return comments.stream().map(CommentView::of).toList();
  }

  private static CommentView of(Comment comment) {
    return new CommentView(SourceView.of(comment.words()), Words.of(comment.words().words()),
        Words.plain(comment.place().toString()),
        Words.of(comment.place().sign() + comment.place().text()), comment.became().words(),
        comment.became().word(), comment.answer()
            .map(words -> new Answer(SourceView.of(words), Words.of(words.words())))
            .stream()
            .toList());
  }
}
