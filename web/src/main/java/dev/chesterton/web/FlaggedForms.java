package dev.chesterton.web;

import dev.chesterton.finding.EvidenceKind;
import dev.chesterton.review.FlaggedPatch;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The flagged patches for other programs: as a table, and as a feed. */
@Controller
final class FlaggedForms {
  /** Nobody looks at these while they load, so they may wait longer than a page for a list under way. */
  private static final long WAIT_MILLIS = 2_000;
  private static final int MOST_ENTRIES = 100;
  private static final List<String> HEAD = List.of("severity", "date", "list", "message_id",
      "subject", "author", "rules", "evidence", "reasons", "review");

  private final FlaggedList list;
  private final Answers answers;

  FlaggedForms(FlaggedList list, Answers answers) {
    this.list = list;
    this.answers = answers;
  }

  /** All that are held, strongest first. */
  @GetMapping("/flagged.csv")
  ResponseEntity<String> table(HttpServletRequest request) {
    SiteAddress site = SiteAddress.of(request);
    CsvText csv = new CsvText().line(HEAD);
    list.after(WAIT_MILLIS).flagged().forEach(patch -> csv.line(cells(patch, site)));
    return answers.changing(csv.toString(), CsvText.TYPE);
  }

  private static List<String> cells(FlaggedPatch patch, SiteAddress site) {
    return List.of(patch.severity().word(), patch.head().instant().toString(),
        Words.plain(Address.listOf(patch.head())), Words.plain(patch.head().id().value()),
        Words.plain(patch.head().title()), Words.plain(patch.head().author().display()),
        String.join(" ", patch.rules()),
        String.join("; ", patch.kinds().stream().map(EvidenceKind::word).toList()),
        Integer.toString(patch.reasons()), site.of(Address.review(patch.head().id())));
  }

  /** The newest ones. */
  @GetMapping("/flagged.atom")
  ResponseEntity<String> feed(HttpServletRequest request) {
    SiteAddress site = SiteAddress.of(request);
    AtomEntries entries = new AtomEntries(site);
    List<AtomFeed.Entry> newest = list.after(WAIT_MILLIS)
        .flagged()
        .stream()
        .sorted(Comparator.comparing((FlaggedPatch patch) -> patch.head().instant()).reversed())
        .limit(MOST_ENTRIES)
        .map(entries::of)
        .toList();
    return answers.changing(new AtomFeed("Flagged patches",
        site.of("/flagged.atom"), site.of("/flagged/"), newest).xml(), AtomFeed.TYPE);
  }
}
