package dev.chesterton.web.view;

import dev.chesterton.change.FileChange;
import dev.chesterton.finding.Fence;
import dev.chesterton.finding.Finding;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.patch.Subject;
import dev.chesterton.review.AsOf;
import dev.chesterton.review.Counted;
import dev.chesterton.review.Review;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands on top of a review.
 *
 * @param title for the window
 * @param place version and number in the series
 * @param counts what the patch takes away, in a sentence
 * @param severity of the strongest finding; empty without one
 * @param sentOnly evidence is limited to what was known when it was sent
 * @param cover address of the cover letter; empty where none is known
 * @param series the other patches of the series
 */
public record ReviewHead(String title, Words subject, Words author, String date, String place,
    String counts, String severity, Addresses addresses, int threadSize, boolean sentOnly,
    String cover, List<Sibling> series) {

  /** Where the mail itself, its thread and the other forms of this page are. */
  public record Addresses(String self, String mail, String raw, String thread, String lore,
      String versions, String comments, String draft) {

    /** @param self address of the page they stand on */
    static Addresses of(MailHead head, String self) {
      return new Addresses(self, Address.mail(head), Address.raw(head), Address.thread(head),
          Address.lore(head.id()), Address.versions(head.id()), Address.comments(head.id()),
          Address.draft(head.id()));
    }
  }

  /** Another patch of the series. */
  public record Sibling(Words subject, String address, boolean here) {}

  public static ReviewHead of(Review review, MailHead head, int threadSize) {
    var patch = review.patch();
    String self = Address.review(head.id());
    Addresses addresses = Addresses.of(head, self);
    String date = Dates.minute(patch.message().date().at());
    return new ReviewHead(Words.plain(patch.message().subject()),
        Words.of(patch.message().subject()), Words.of(patch.author().toString()), date,
        place(patch.subject()), counts(review),
        review.severity().map(severity -> severity.word()).orElse(""), addresses, threadSize,
        review.asOf() instanceof AsOf.Sent,
        review.series()
            .cover()
            .map(cover -> Address.message(cover.message().id()))
            .orElse(""),
        siblings(review));
  }

  private static String place(Subject subject) {
    Optional<Subject.Place> place = subject.place();
    return "v" + subject.version() + place
        .map(at -> ", patch %d of %d".formatted(at.number(), at.total()))
        .orElse(", a single patch");
  }

  private static String counts(Review review) {
    List<FileChange> files = review.patch().change().files();
    long removed = review.patch().change().removed().count();
    long added = review.patch().change().added().count();
    long fences = review.findings()
        .stream()
        .map(Finding::place)
        .filter(Fence.class::isInstance)
        .distinct()
        .count();
    String reasons = fences == 0 ? "no recorded reason was found for any of them"
        : fences == 1 ? "1 removed span has a recorded reason"
            : fences + " removed spans have a recorded reason";
    return String.format(Locale.ROOT, "Removes %,d and adds %s in %s; %s.", removed,
        Counted.of(added, "line"), Counted.of(files.size(), "file"), reasons);
  }

  private static List<Sibling> siblings(Review review) {
    if (review.series().patches().size() < 2) {
      return List.of();
    }
    return review.series()
        .patches()
        .stream()
        .map(patch -> new Sibling(Words.of(patch.message().subject()),
            Address.review(patch.message().id()),
            patch.message().id().equals(review.patch().message().id())))
        .toList();
  }
}
