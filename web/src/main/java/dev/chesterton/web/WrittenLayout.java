package dev.chesterton.web;

import dev.chesterton.finding.Finding;
import dev.chesterton.mail.MessageId;
import dev.chesterton.notes.Answer;
import dev.chesterton.notes.FindingKey;
import dev.chesterton.notes.FindingKey.Keyed;
import dev.chesterton.notes.Note;
import dev.chesterton.notes.PatchState;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.review.Review;
import dev.chesterton.web.view.AccessView;
import dev.chesterton.web.view.AnswerView;
import dev.chesterton.web.view.AnswersView;
import dev.chesterton.web.view.Dates;
import dev.chesterton.web.view.FindingView;
import dev.chesterton.web.view.MarkdownText;
import dev.chesterton.web.view.NoteView;
import dev.chesterton.web.view.NotesView;
import dev.chesterton.web.view.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What readers wrote about a patch, as its page and its JSON show it. */
final class WrittenLayout {

  private final Written written;
  private final MessageId patch;

  WrittenLayout(Written written, Review review) {
    this.written = written;
    this.patch = review.patch().message().id();
  }

  NotesView notes(AccessView access) {
    List<Note> notes = written.notes();
    int plain = notes.size() - MarkdownText.MOST_ON_A_PAGE;
    return new NotesView(access,
        IntStream.range(0, notes.size())
            .mapToObj(i -> NoteView.of(notes.get(i), place(notes.get(i)), i >= plain))
            .toList(),
        written.state().map(PatchState::kind).orElse(PatchState.Kind.OPEN).word(),
        written.state().map(WrittenLayout::said).orElse(Words.NONE),
        written.trouble().orElse(""));
  }

  private static Words said(PatchState state) {
    return Words.of("%s by %s, %s: %s".formatted(
        state.kind() == PatchState.Kind.DISMISSED ? "Dismissed" : "Opened again",
        state.by().author(), Dates.minute(state.by().at()), state.why()));
  }

  /** The finding a note is about stands on this page, or on that of another state of the evidence. */
  private String place(Note note) {
    return note.finding().flatMap(this::finding).map(FindingView::placeOf).orElse("");
  }

  private Optional<Finding> finding(FindingKey key) {
    return written.findings()
        .stream()
        .filter(keyed -> keyed.key().equals(key))
        .map(Keyed::finding)
        .findFirst();
  }

  /** Of each finding of the review. */
  Function<Finding, AnswersView> answers(AccessView access) {
    return finding -> written.findings()
        .stream()
        .filter(keyed -> isThis(keyed, finding))
        .map(Keyed::key)
        .findFirst()
        .map(key -> new AnswersView(key.value(),
            written.to(key).stream().map(answer -> AnswerView.of(answer, patch)).toList(), access))
        .orElse(AnswersView.NONE);
  }

  /** Two findings may be equal and still have a key each; the place in the file tells them apart. */
  private static boolean isThis(Keyed keyed, Finding finding) {
    return keyed.finding().equals(finding);
  }

  /** The fields docs/json.md names. */
  void write(JsonWriter json) {
    json.text("state", written.stateWord())
        .text("why",
            written.state()
                .filter(state -> state.kind() == PatchState.Kind.DISMISSED)
                .map(PatchState::why))
        .flag("readable", written.trouble().isEmpty())
        .array("answers", written.answers().values().stream().flatMap(List::stream).toList(),
            this::write)
        .array("notes", written.notes(), WrittenLayout::write);
  }

  private void write(JsonWriter json, Answer answer) {
    json.number("finding", number(answer.finding()))
        .text("rule", answer.rule().value())
        .text("answer", answer.kind().word())
        .text("reason", answer.reason())
        .text("author", answer.by().author())
        .text("at", answer.by().at().toString())
        .text("given_on", answer.patch().value())
        .text("version", answer.version());
  }

  private static void write(JsonWriter json, Note note) {
    json.text("id", note.id().value())
        .text("author", note.newest().by().author())
        .text("at", note.newest().by().at().toString())
        .number("edits", note.edits().size())
        .text("markdown", note.newest().markdown());
  }

  /** Counted from 1, in the order of the findings of the review. */
  private int number(FindingKey key) {
    return 1 + written.findings().stream().map(Keyed::key).toList().indexOf(key);
  }
}
