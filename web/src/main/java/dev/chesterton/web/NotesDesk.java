package dev.chesterton.web;

import dev.chesterton.finding.Finding;
import dev.chesterton.index.StoreException;
import dev.chesterton.link.version.Lineage;
import dev.chesterton.link.version.VersionFinder;
import dev.chesterton.mail.MessageId;
import dev.chesterton.notes.AnswerTrail;
import dev.chesterton.notes.FindingKey;
import dev.chesterton.notes.FindingKey.Keyed;
import dev.chesterton.notes.Notes;
import dev.chesterton.review.Review;
import dev.chesterton.web.door.SignIn;
import dev.chesterton.web.door.Writer;
import dev.chesterton.web.view.AccessView;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what readers wrote about a patch, and what the one who asks may write. */
final class NotesDesk {

  private static final Logger LOG = LoggerFactory.getLogger(NotesDesk.class);

  private final Notes notes;
  private final SignIn signIn;

  NotesDesk(Notes notes, SignIn signIn) {
    this.notes = notes;
    this.signIn = signIn;
  }

  /** A database that cannot be read costs a page its notes, not the page. */
  Written about(Review review, Snapshot snapshot) {
    MessageId patch = review.patch().message().id();
    List<Keyed> findings = FindingKey.of(review.findings());
    List<FindingKey> keys = findings.stream().map(Keyed::key).toList();
    try {
      return new Written(findings, notes.about(patch),
          AnswerTrail.of(notes, patch, keys, () -> lineage(patch, snapshot)), notes.state(patch),
          Optional.empty());
    } catch (StoreException e) {
      LOG.warn("a review is shown without notes: {}", e.getMessage());
      return new Written(findings, List.of(), Map.of(), Optional.empty(),
          Optional.of("The notes cannot be read just now; the server's log says why."));
    }
  }

  /** All versions known today: a note is no evidence, so what was known when a patch was sent does not matter. */
  static Optional<Lineage> lineage(MessageId patch, Snapshot snapshot) {
    return VersionFinder.in(snapshot.index(), Instant.MAX).find(patch);
  }

  /** The version of a patch in its series: {@code v2}. */
  static String version(Review review, Snapshot snapshot) {
    MessageId patch = review.patch().message().id();
    return lineage(patch, snapshot).flatMap(lineage -> lineage.versionOf(patch))
        .map(version -> version.sending().label())
        .orElse("v" + review.patch().subject().version());
  }

  /** The finding with this key. */
  static Optional<Finding> finding(Review review, FindingKey key) {
    return FindingKey.of(review.findings())
        .stream()
        .filter(keyed -> keyed.key().equals(key))
        .map(Keyed::finding)
        .findFirst();
  }

  AccessView access(HttpServletRequest request, MessageId patch) {
    Optional<Writer> writer = signIn.of(request);
    return new AccessView(signIn.isOn(), writer.map(Writer::name).orElse(""),
        writer.map(Writer::form).orElse(""), patch.value());
  }
}
