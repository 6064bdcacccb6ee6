package dev.chesterton.web;

import dev.chesterton.link.version.Lineage;
import dev.chesterton.link.version.SeriesVersion;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.Comparison;
import dev.chesterton.review.ComparisonFinder;
import dev.chesterton.review.ComparisonJson;
import dev.chesterton.review.PatchComparison;
import dev.chesterton.web.door.Refusal;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.ComparisonView;
import dev.chesterton.web.view.ErrorView.Hint;
import dev.chesterton.web.view.VersionsView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The versions of a series: all of them, two compared, one with what was said to its lines. */
@Controller
final class VersionsPage {
  private final OpenStore store;
  private final Answers answers;

  VersionsPage(OpenStore store, Answers answers) {
    this.store = store;
    this.answers = answers;
  }

  @GetMapping("/review/{id}/versions/")
  ResponseEntity<String> versions(@PathVariable("id") String id) {
    MessageId message = new MessageId(id);
    return store.ask(snapshot -> answers.page("versions.jte", VersionsView
        .of(lineage(message, finder(snapshot), snapshot), Address.versions(message)), snapshot));
  }

  @GetMapping("/review/{id}/versions/.json")
  ResponseEntity<String> versionsJson(@PathVariable("id") String id) {
    MessageId message = new MessageId(id);
    return store.ask(snapshot -> answers.json(
        ComparisonJson.of(lineage(message, finder(snapshot), snapshot)), snapshot));
  }

  @GetMapping("/review/{id}/comments/")
  ResponseEntity<String> comments(@PathVariable("id") String id) {
    MessageId message = new MessageId(id);
    return store.ask(snapshot -> {
      Commented found = commented(message, snapshot);
      return answers.page("compare.jte",
          ComparisonView.of(found.version(), found.next(), found.patches(),
              Address.comments(message), Address.versions(message)),
          snapshot);
    });
  }

  @GetMapping("/review/{id}/comments/.json")
  ResponseEntity<String> commentsJson(@PathVariable("id") String id) {
    MessageId message = new MessageId(id);
    return store.ask(snapshot -> {
      Commented found = commented(message, snapshot);
      return answers.json(ComparisonJson.of(found.version(), found.next(), found.patches()),
          snapshot);
    });
  }

  @GetMapping("/review/{id}/diff/{other}/")
  ResponseEntity<String> compare(@PathVariable("id") String id,
      @PathVariable("other") String other) {
    MessageId one = new MessageId(id);
    MessageId two = new MessageId(other);
    return store.ask(snapshot -> answers.page("compare.jte",
        ComparisonView.of(comparison(one, two, snapshot), Address.compare(one, two),
            Address.versions(one)),
        snapshot));
  }

  @GetMapping("/review/{id}/diff/{other}/.json")
  ResponseEntity<String> compareJson(@PathVariable("id") String id,
      @PathVariable("other") String other) {
    return store.ask(snapshot -> answers.json(ComparisonJson.of(
        comparison(new MessageId(id), new MessageId(other), snapshot)), snapshot));
  }

  /** A version, the one after it, and what was said to its patches. */
  private record Commented(SeriesVersion version, Optional<SeriesVersion> next,
      List<PatchComparison> patches) {}

  private static Commented commented(MessageId id, Snapshot snapshot) {
    ComparisonFinder finder = finder(snapshot);
    Lineage lineage = lineage(id, finder, snapshot);
    SeriesVersion version = lineage.versionOf(id).orElseGet(lineage.versions()::getLast);
    int at = lineage.versions().indexOf(version) + 1;
    Optional<SeriesVersion> next = lineage.versions().stream().skip(at).findFirst();
    return new Commented(version, next, finder.comments(lineage, version));
  }

  private static ComparisonFinder finder(Snapshot snapshot) {
    return new ComparisonFinder(snapshot.index(), Instant.MAX);
  }

  private static Lineage lineage(MessageId id, ComparisonFinder finder, Snapshot snapshot) {
    return finder.lineage(id)
        .orElseThrow(() -> snapshot.index()
            .mail(id)
            .<RuntimeException>map(mail -> Refusal.notFound(
                "this mail is neither a patch nor the cover letter of a series",
                new Hint("read the mail", Address.mail(mail.head()))))
            .orElseGet(() -> Missing.mail(id, snapshot)));
  }

  private static Comparison comparison(MessageId one, MessageId two, Snapshot snapshot) {
    ComparisonFinder finder = finder(snapshot);
    lineage(one, finder, snapshot);
    lineage(two, finder, snapshot);
    return finder.compare(one, two)
        .orElseThrow(() -> Refusal.notFound("these two are not two versions of one series",
            new Hint("see the versions of the first", Address.versions(one)),
            new Hint("see the versions of the second", Address.versions(two))));
  }
}
