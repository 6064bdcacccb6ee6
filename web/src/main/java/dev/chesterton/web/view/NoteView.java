package dev.chesterton.web.view;

import dev.chesterton.notes.Note;
import dev.chesterton.notes.Signature;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A note.
 *
 * @param id of its place on the page
 * @param address of its own page, with all its edits
 * @param on the place of the finding it is about, on the page of its patch; empty where it is about the whole patch
 * @param first who wrote it, and when
 * @param shown the last edit
 * @param count how many edits there are
 * @param edits newest first, on its own page; empty elsewhere
 * @param source the Markdown of the last edit, on its own page; empty elsewhere
 */
public record NoteView(String id, String address, String on, By first, EditView shown, int count,
    List<EditView> edits, String source) {

  /** Who and when. */
  public record By(Words author, String date) {

    static By of(Signature by) {
      return new By(Words.of(by.author()), Dates.minute(by.at()));
    }
  }

  /** One edit. */
  public record EditView(By by, CleanHtml text) {

    static EditView of(Note.Edit edit, boolean rendered) {
      return new EditView(By.of(edit.by()), rendered ? MarkdownText.ofNote(edit.markdown())
          : MarkdownText.plain(edit.markdown()));
    }
  }

  /**
   * For the page of its patch.
   *
   * @param rendered as Markdown, else as plain text
   */
  public static NoteView of(Note note, String on, boolean rendered) {
    return of(note, on, EditView.of(note.newest(), rendered), List.of(), "");
  }

  /** For its own page. */
  public static NoteView whole(Note note, String on) {
    int last = note.edits().size() - 1;
    List<EditView> edits = IntStream.rangeClosed(0, last)
        .mapToObj(i -> EditView.of(note.edits().get(last - i), i < MarkdownText.MOST_ON_A_PAGE))
        .toList();
    return of(note, on, edits.getFirst(), edits, note.newest().markdown());
  }

  private static NoteView of(Note note, String on, EditView shown, List<EditView> edits,
      String source) {
    String id = note.id().value();
    return new NoteView("n-" + id, Address.note(id), on, By.of(note.edits().getFirst().by()),
        shown, note.edits().size(), edits, source);
  }
}
