package dev.chesterton.web.view;

import dev.chesterton.link.Comment;
import dev.chesterton.link.Comment.Became;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comment on a line of a patch, and what became of it.
 *
 * @param id of its place on the page
 * @param place file and line
 * @param line as it stands in the patch, with its sign
 * @param css what became of it, for colour
 * @param answer who answers it; empty or one
 */
public record CommentView(String id, SourceView source, Words words, String place, Words line,
    String became, String css, List<Answer> answer) {

  /** Those of which nothing is seen to have come are first: they are what is still to do. */
  private static final Comparator<Comment> OPEN_FIRST = Comparator
      .comparing(comment -> comment.became() != Became.NOTHING);

  /** Words below the comment in a later mail. */
  public record Answer(SourceView source, Words words) {}

  static List<CommentView> of(List<Comment> comments) {
    return comments.stream().sorted(OPEN_FIRST).map(CommentView::of).toList();
  }

  /** How many became what, in words, open ones first; empty where there is none. */
  static String counts(List<CommentView> comments) {
    return Stream.of(Became.NOTHING, Became.ANSWERED, Became.CHANGED)
        .map(became -> Map.entry(became, comments.stream()
            .filter(comment -> comment.css().equals(became.word()))
            .count()))
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> entry.getValue() + " " + name(entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String name(Became became) {
    return became == Became.NOTHING ? "open" : became.words();
  }

  private static CommentView of(Comment comment) {
    String id = "a-" + ContentId.of(comment.words().source().key(),
        String.valueOf(comment.words().line()), comment.place().toString());
    return new CommentView(id, SourceView.of(comment.words()), Words.of(comment.words().words()),
        Words.plain(comment.place().toString()),
        Words.of(comment.place().sign() + comment.place().text()), comment.became().words(),
        comment.became().word(), comment.answer()
            .map(words -> new Answer(SourceView.of(words), Words.of(words.words())))
            .stream()
            .toList());
  }
}
