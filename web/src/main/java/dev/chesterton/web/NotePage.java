package dev.chesterton.web;

import dev.chesterton.notes.EntryId;
import dev.chesterton.notes.FindingKey;
import dev.chesterton.notes.Note;
import dev.chesterton.notes.Notes;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.web.door.Refusal;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.NotePageView;
import dev.chesterton.web.view.NoteView;
import dev.chesterton.web.view.Words;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One note with all its edits, and the form for one more. */
@Controller
final class NotePage {

  private final Notes notes;
  private final NotesDesk desk;
  private final Answers answers;

  NotePage(Notes notes, NotesDesk desk, Answers answers) {
    this.notes = notes;
    this.desk = desk;
    this.answers = answers;
  }

  @GetMapping({"/note/{id}", "/note/{id}/"})
  ResponseEntity<String> page(@PathVariable("id") String id, HttpServletRequest request) {
    Note note = note(id);
    return answers.passing(HttpStatus.OK, "note.jte",
        new NotePageView(NoteView.whole(note, ""), desk.access(request, note.patch()),
            Address.review(note.patch()), Words.of(note.patch().value())));
  }

  @GetMapping("/note/{id}/.json")
  ResponseEntity<String> json(@PathVariable("id") String id) {
    Note note = note(id);
    return answers.passingJson(HttpStatus.OK, JsonWriter.object(json -> json.number("schema", 1)
        .text("id", note.id().value())
        .text("message_id", note.patch().value())
        .text("finding", note.finding().map(FindingKey::value))
        .array("edits", note.edits(), (inner, edit) -> inner.text("author", edit.by().author())
            .text("at", edit.by().at().toString())
            .text("markdown", edit.markdown()))));
  }

  private Note note(String id) {
    if (!EntryId.isOne(id)) {
      throw Refusal.notFound("no note has this name");
    }
    return notes.note(new EntryId(id))
        .orElseThrow(() -> Refusal.notFound("no note has this name"));
  }
}
