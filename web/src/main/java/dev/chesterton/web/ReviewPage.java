package dev.chesterton.web;

import dev.chesterton.index.StoredMail;
import dev.chesterton.link.Anchor;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.review.AsOf;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.review.ReplyDraft;
import dev.chesterton.review.Review;
import dev.chesterton.review.ReviewJson;
import dev.chesterton.web.door.Refusal;
import dev.chesterton.web.door.SignIn;
import dev.chesterton.web.view.AccessView;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.ErrorView.Hint;
import dev.chesterton.web.view.ReviewHead;
import dev.chesterton.web.view.ReviewView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A patch with the reasons for what it takes away. */
@Controller
final class ReviewPage {

  private final OpenStore store;
  private final Reviews reviews;
  private final NotesDesk desk;
  private final Answers answers;

  ReviewPage(OpenStore store, Reviews reviews, NotesDesk desk, Answers answers) {
    this.store = store;
    this.reviews = reviews;
    this.desk = desk;
    this.answers = answers;
  }

  @GetMapping("/review/{id}")
  ResponseEntity<String> withoutSlash(@PathVariable("id") String id) {
    return Answers.redirect(Address.review(new MessageId(id)));
  }

  @GetMapping("/review/{id}/")
  ResponseEntity<String> page(@PathVariable("id") String id,
      @RequestParam(name = "as-of", defaultValue = "now") String asOf,
      HttpServletRequest request) {
    MessageId message = new MessageId(id);
    return store.ask(snapshot -> {
      Optional<MessageId> first = firstPatch(message, snapshot);
      if (first.isPresent()) {
        return Answers.redirect(Address.review(first.get()));
      }
      StoredMail mail = patch(message, snapshot);
      String tag = answers.tag(snapshot.generation());
      Review review = review(message, asOf, snapshot);
      int threadSize = snapshot.index().thread(message).size();
      WrittenLayout written = new WrittenLayout(desk.about(review, snapshot), review);
      AccessView access = desk.access(request, message);
      ReviewView view = ReviewView.of(review, ReviewHead.of(review, mail.head(), threadSize),
          snapshot, written.notes(access), written.answers(access));
      return SignIn.mayBeSignedIn(request) ? answers.passing(HttpStatus.OK, "review.jte", view)
          : answers.page("review.jte", view, tag);
    });
  }

  @GetMapping("/review/{id}/.json")
  ResponseEntity<String> json(@PathVariable("id") String id,
      @RequestParam(name = "as-of", defaultValue = "now") String asOf) {
    MessageId message = new MessageId(id);
    return store.ask(snapshot -> {
      patch(message, snapshot);
      String tag = answers.tag(snapshot.generation());
      Review review = review(message, asOf, snapshot);
      WrittenLayout written = new WrittenLayout(desk.about(review, snapshot), review);
      return answers.json(JsonWriter.object(json -> {
        ReviewJson.write(json, review);
        json.object("readers", written::write);
      }), tag);
    });
  }

  @GetMapping("/review/{id}/draft")
  ResponseEntity<String> draft(@PathVariable("id") String id) {
    MessageId message = new MessageId(id);
    return store.ask(snapshot -> {
      StoredMail mail = patch(message, snapshot);
      String draft = ReplyDraft.of(review(message, "now", snapshot),
          new Anchor.OfMail(mail.head()));
      return ResponseEntity.ok()
          .headers(answers.text(draft, "text/plain;charset=UTF-8", snapshot).getHeaders())
          .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"reply.eml\"")
          .body(draft);
    });
  }

  /** Of a cover letter, which has nothing to review itself; empty for any other mail. */
  private static Optional<MessageId> firstPatch(MessageId cover, Snapshot snapshot) {
    return snapshot.index()
        .mail(cover)
        .map(StoredMail::posting)
        .filter(Posting.CoverLetter.class::isInstance)
        .flatMap(_ -> NotesDesk.lineage(cover, snapshot))
        .flatMap(lineage -> lineage.versionOf(cover))
        .flatMap(version -> version.patches().stream().findFirst())
        .map(patch -> patch.message().id());
  }

  private Review review(MessageId id, String asOf, Snapshot snapshot) {
    return reviews.of(id, asOf(asOf, id), snapshot)
        .orElseThrow(() -> Missing.mail(id, snapshot));
  }

  private static StoredMail patch(MessageId id, Snapshot snapshot) {
    StoredMail mail = snapshot.index()
        .mail(id)
        .orElseThrow(() -> Missing.mail(id, snapshot));
    if (!(mail.posting() instanceof Posting.Patch)) {
      throw Refusal.notFound("this mail carries no patch, so there is nothing to review",
          new Hint("read the mail", Address.mail(mail.head())),
          new Hint("read its thread", Address.thread(mail.head())));
    }
    return mail;
  }

  private static AsOf asOf(String word, MessageId id) {
    return switch (word) {
      case "now" -> new AsOf.Now();
      case "sent" -> new AsOf.Sent();
      default -> throw Refusal.badRequest("as-of is neither 'sent' nor 'now'",
          new Hint("see all evidence", Address.review(id)));
    };
  }
}
