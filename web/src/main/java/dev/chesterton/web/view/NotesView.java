package dev.chesterton.web.view;

import java.util.List;

/**
 * What readers of this server wrote about a patch.
 *
 * @param notes oldest first
 * @param state {@code open} or {@code dismissed}
 * @param said how the state came about, in a sentence; empty where nobody set one
 * @param trouble why nothing can be shown; empty where all is
 */
public record NotesView(AccessView access, List<NoteView> notes, String state, Words said,
    String trouble) {

  public NotesView {
    notes = List.copyOf(notes);
  }

  public boolean isDismissed() {
    return state.equals("dismissed");
  }
}
