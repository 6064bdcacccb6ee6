package dev.chesterton.web;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.StoredMail;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Series;
import dev.chesterton.review.AsOf;
import dev.chesterton.review.Review;
import dev.chesterton.web.door.FloodGate;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A series with its findings, in the shape in which b4's review screen asks for it: with {@code b4.sashiko-url} set to this
 * server, its checks and its diff show what was found here. {@link PatchsetJson} has the shape and where it comes from.
 */
@Controller
final class PatchsetPage {
  /** Patches reviewed for one answer; b4 waits 30 s. */
  private static final int MOST_REVIEWED = 50;

  private final OpenStore store;
  private final Reviews reviews;
  private final FloodGate gate;
  private final Answers answers;

  PatchsetPage(OpenStore store, Reviews reviews, FloodGate gate, Answers answers) {
    this.store = store;
    this.reviews = reviews;
    this.gate = gate;
    this.answers = answers;
  }

  /**
   * The series of a mail; b4 asked at the second address until the spring of 2026.
   *
   * @param id of any patch of the series, or of its cover letter
   */
  @GetMapping({"/api/patchset", "/api/patch"})
  ResponseEntity<String> patchset(@RequestParam("id") String id, HttpServletRequest request) {
    gate.pass(request.getRemoteAddr());
    MessageId asked = new MessageId(id);
    PatchsetJson json = new PatchsetJson(SiteAddress.of(request));
    return store.ask(snapshot -> {
      Series series = series(asked, snapshot)
          .orElseThrow(() -> Missing.mail(asked, snapshot));
      List<Review> found = series.patches()
          .stream()
          .limit(MOST_REVIEWED)
          .flatMap(patch -> review(patch.message().id(), snapshot).stream())
          .toList();
      return answers.json(json.of(asked, series, found), snapshot);
    });
  }

  private Optional<Series> series(MessageId asked, Snapshot snapshot) {
    Optional<Review> ofPatch = review(asked, snapshot);
    return ofPatch.or(() -> firstPatch(asked, snapshot)).map(Review::series);
  }

  /** Of a cover letter: the patches that answer it have it as theirs. */
  private Optional<Review> firstPatch(MessageId cover, Snapshot snapshot) {
    return snapshot.index()
        .mail(cover)
        .map(StoredMail::posting)
        .filter(Posting.CoverLetter.class::isInstance)
        .flatMap(_ -> snapshot.index()
            .answers(cover)
            .stream()
            .filter(head -> head.kind() == MailKind.PATCH)
            .map(MailHead::id)
            .flatMap(id -> review(id, snapshot).stream())
            .filter(review -> review.series()
                .cover()
                .filter(letter -> letter.message().id().equals(cover))
                .isPresent())
            .findFirst());
  }

  private Optional<Review> review(MessageId id, Snapshot snapshot) {
    return reviews.of(id, new AsOf.Now(), snapshot);
  }
}
