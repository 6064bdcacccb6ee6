package dev.chesterton.web;

import dev.chesterton.finding.Finding;
import dev.chesterton.mail.MessageId;
import dev.chesterton.notes.Answer;
import dev.chesterton.notes.EntryId;
import dev.chesterton.notes.FindingKey;
import dev.chesterton.notes.Note;
import dev.chesterton.notes.Notes;
import dev.chesterton.notes.PatchState;
import dev.chesterton.notes.Signature;
import dev.chesterton.review.AsOf;
import dev.chesterton.review.Review;
import dev.chesterton.web.door.Refusal;
import dev.chesterton.web.door.WriteGuard;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.ErrorView.Hint;
import dev.chesterton.web.view.FindingView;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes in notes, answers and states; who comes here has passed the {@link WriteGuard}. Leads back to the page. */
@Controller
final class NotesPage {

  private final OpenStore store;
  private final Reviews reviews;
  private final Notes notes;
  private final Clock clock;

  NotesPage(OpenStore store, Reviews reviews, Notes notes, Clock clock) {
    this.store = store;
    this.reviews = reviews;
    this.notes = notes;
    this.clock = clock;
  }

  /** A new note, or an edit of one. */
  @PostMapping("/notes")
  ResponseEntity<String> note(HttpServletRequest request,
      @RequestParam(name = "note", defaultValue = "") String note,
      @RequestParam(name = "after", defaultValue = "0") int after,
      @RequestParam(name = "patch", defaultValue = "") String patch,
      @RequestParam(name = "finding", defaultValue = "") String finding,
      @RequestParam("text") String text) {
    Note.Edit edit = taken(() -> new Note.Edit(by(request), text));
    if (!note.isEmpty()) {
      return edit(taken(() -> new EntryId(note)), after, edit);
    }
    Review review = review(new MessageId(patch), now());
    Optional<FindingKey> key = finding.isEmpty() ? Optional.empty() : Optional.of(key(finding));
    key.ifPresent(one -> found(review, one));
    Note made = taken(() -> Note.of(review.patch().message().id(), key, edit));
    notes.add(made);
    return seeOther(Address.review(made.patch()) + "#n-" + made.id());
  }

  private ResponseEntity<String> edit(EntryId id, int after, Note.Edit edit) {
    String address = Address.note(id.value());
    Note known = notes.note(id).orElseThrow(() -> Refusal.notFound("no note has this name"));
    if (after != known.edits().size() || !notes.edit(id, after, edit)) {
      throw Refusal.changed("somebody edited this note after you had opened it, so nothing was"
          + " written; go back to keep your text, and look at his first",
          new Hint("see the note as it is now", address));
    }
    return seeOther(address);
  }

  /** An answer to a finding of a patch, as of now or as of the day it was sent. */
  @PostMapping("/answers")
  ResponseEntity<String> answer(HttpServletRequest request, @RequestParam("patch") String patch,
      @RequestParam("finding") String finding, @RequestParam("answer") String word,
      @RequestParam("reason") String reason) {
    FindingKey key = key(finding);
    Answer.Kind kind = Answer.Kind.of(word)
        .orElseThrow(() -> Refusal.badRequest("this cannot be answered to a finding: useful,"
            + " justified, not a guard and wrong link can"));
    Signature by = taken(() -> by(request));
    Review review = review(new MessageId(patch), now());
    Finding answered = found(review, key);
    String version = store.ask(snapshot -> NotesDesk.version(review, snapshot));
    MessageId id = review.patch().message().id();
    notes.add(taken(() -> Answer.of(new Answer.Given(key, answered.rule(), id, version), kind,
        reason, by)));
    return seeOther(Address.review(id) + FindingView.placeOf(answered));
  }

  /** A state of a patch. */
  @PostMapping("/states")
  ResponseEntity<String> state(HttpServletRequest request, @RequestParam("patch") String patch,
      @RequestParam("state") String word, @RequestParam("why") String why) {
    PatchState.Kind kind = PatchState.Kind.of(word)
        .orElseThrow(() -> Refusal.badRequest("a patch is open or dismissed"));
    MessageId id = review(new MessageId(patch), now()).patch().message().id();
    notes.add(taken(() -> PatchState.of(id, kind, why, by(request))));
    return seeOther(Address.review(id) + "#notes");
  }

  private static AsOf now() {
    return new AsOf.Now();
  }

  private Review review(MessageId id, AsOf asOf) {
    return store.ask(snapshot -> reviews.of(id, asOf, snapshot)
        .orElseThrow(() -> Missing.mail(id, snapshot)));
  }

  private Finding found(Review review, FindingKey key) {
    MessageId id = review.patch().message().id();
    return NotesDesk.finding(review, key)
        .or(() -> NotesDesk.finding(review(id, new AsOf.Sent()), key))
        .orElseThrow(() -> Refusal.notFound("this patch has no finding with this key",
            new Hint("see what was found", Address.review(id))));
  }

  private static FindingKey key(String text) {
    return taken(() -> new FindingKey(text));
  }

  /** A program names the author with each request, a reader did so when he signed in. */
  private Signature by(HttpServletRequest request) {
    String name = WriteGuard.writer(request).name();
    String author = name.isEmpty()
        ? Optional.ofNullable(request.getParameter("author")).orElse("")
        : name;
    return new Signature(author, clock.instant());
  }

  /** What a value says of what was written is for him who wrote it. */
  private static <T> T taken(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest(String.valueOf(e.getMessage()));
    }
  }

  /** So that loading the page again does not send the form again. */
  static ResponseEntity<String> seeOther(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header("Location", address)
        .header("Cache-Control", "no-store")
        .build();
  }
}
