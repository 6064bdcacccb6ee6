package dev.chesterton.web.view;

import dev.chesterton.index.Head;
import dev.chesterton.link.Anchor;
import dev.chesterton.review.Counted;
import dev.chesterton.review.FileStand;
import dev.chesterton.review.FileStory;
import dev.chesterton.source.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * A file, one of its lines, and what changed it.
 *
 * @param noTree why no tree tells of it; empty where one does
 * @param all address of all changes that touch it
 */
public record FileStoryView(String title, Words path, int line, String noTree, List<Stand> stands,
    List<Row> changes, String counted, String all, List<Words> problems, String json) {

  /**
   * The file in one tree.
   *
   * @param blame one or none
   * @param disputed blame and the lines of the store name different changes
   */
  public record Stand(Words tree, String head, String headAddress, String size,
      List<Line> lines, List<SourceView> blame, List<Row> added, boolean disputed) {}

  /** A line of the file. */
  public record Line(String id, String number, String address, Words words, boolean here) {}

  /** A change. */
  public record Row(SourceView source, String review) {}

  /** With its addresses. */
  public static FileStoryView of(FileStory story) {
    String path = story.path().value();
    String at = story.line() > 0 ? "?line=" + story.line() : "";
    return new FileStoryView(
        Words.plain(path) + (story.line() > 0 ? ", line " + story.line() : ""), Words.of(path),
        story.line(), noTree(story),
        story.stands().stream().map(stand -> stand(story, stand)).toList(),
        story.changes().stream().map(FileStoryView::row).toList(),
        Counted.of(story.count(), "change"), Address.search("dfn:" + path, "newest", 0),
        story.problems().stream().map(Problem::what).map(Words::of).toList(),
        Address.file(story.path()) + ".json" + at);
  }

  private static String noTree(FileStory story) {
    return !story.stands().isEmpty() ? ""
        : story.hasTrees() ? "No configured tree has this file at its head."
            : "No tree is configured, so the file itself is not here.";
  }

  private static Stand stand(FileStory story, FileStand stand) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < stand.lines().size(); i++) {
      int number = stand.from() + i;
      lines.add(new Line("l" + number, TextLine.padded(number),
          Address.file(story.path()) + "?line=" + number, Words.of(stand.lines().get(i)),
          number == story.line()));
    }
    return new Stand(Words.of(stand.tree()), stand.head().abbreviated(),
        Address.commit(stand.head().hex()), Counted.of(stand.size(), "line"), lines,
        stand.blame().map(SourceView::of).stream().toList(),
        stand.added().stream().map(FileStoryView::row).toList(), stand.isDisputed());
  }

  private static Row row(Head head) {
    boolean patch = head instanceof Head.MailHead mail && mail.kind() == Head.MailKind.PATCH;
    return new Row(SourceView.of(Anchor.of(head)),
        patch ? Address.review(((Head.MailHead) head).id()) : "");
  }
}
