package dev.chesterton.web;

import dev.chesterton.web.Route.Query;
import dev.chesterton.web.Route.Shape;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every address of this server, declared once. The API document is made from it, and a test holds it against the addresses
 * that are really answered, so neither can have one that the other lacks.
 */
final class Routes {
  private static final Query AS_OF = new Query("as-of",
      "now, or sent: only what could be known when the patch was sent", false);
  private static final Query ONLY = new Query("only",
      "findings: those alone, as check --all --format jsonl prints them, in a fraction of the time",
      false);
  private static final Query SKIP = new Query("skip",
      "how many to pass over; follow Link: rel=next rather than count", false);
  private static final Query LINE = new Query("line", "number of a line, from 1", false);
  private static final Query SORT = new Query("sort", "relevance, newest or oldest", false);
  private static final Query WORDS = new Query("q", "words and prefixes, as the help page has them",
      false);

  private static final Query SOUGHT = new Query("q", WORDS.what(), true);

  private static final List<Route> PAGES = List.of(
      Route.of("/", Shape.ELSEWHERE, "the way in"),
      Route.of("/help", Shape.PAGE, "how to read the pages"),
      Route.of("/help.json", Shape.ELSEWHERE, "the API document"),
      Route.of("/flagged", Shape.ELSEWHERE, "flagged patches"),
      Route.of("/flagged/", Shape.PAGE, "flagged patches, strongest evidence first"),
      Route.of("/flagged/.json", Shape.JSON, "the same"),
      Route.of("/flagged.csv", Shape.TABLE, "the same"),
      Route.of("/flagged.atom", Shape.FEED, "the newest of them"),
      Route.of("/review/{msgid}", Shape.ELSEWHERE, "a patch with what was found"),
      Route.of("/review/{msgid}/", Shape.PAGE, "a patch with what was found", AS_OF),
      Route.of("/review/{msgid}/.json", Shape.JSON, "the same, as check --format json prints it",
          AS_OF),
      Route.of("/review/{msgid}/draft", Shape.TEXT,
          "an answer to it for a mail program, as a file"),
      Route.of("/review/{msgid}/versions/", Shape.PAGE, "all versions of its series"),
      Route.of("/review/{msgid}/versions/.json", Shape.JSON, "the same"),
      Route.of("/review/{msgid}/comments/", Shape.PAGE, "what was said to lines of its version"),
      Route.of("/review/{msgid}/comments/.json", Shape.JSON, "the same"),
      Route.of("/review/{msgid}/diff/{other}/", Shape.PAGE, "two versions compared"),
      Route.of("/review/{msgid}/diff/{other}/.json", Shape.JSON, "the same"),
      Route.of("/rule", Shape.ELSEWHERE, "the rules"),
      Route.of("/rule/", Shape.ELSEWHERE, "the rules"),
      Route.of("/rule/.json", Shape.JSON, "all rules"),
      Route.of("/rule/{rule}", Shape.PAGE, "what a rule looks for and why"),
      Route.of("/rule/{rule}/", Shape.PAGE, "what a rule looks for and why"),
      Route.of("/rule/{rule}.json", Shape.JSON, "the same"),
      Route.of("/commit/{hex}", Shape.PAGE, "a commit, from 7 digits on"),
      Route.of("/commit/{hex}/", Shape.PAGE, "a commit, from 7 digits on"),
      Route.of("/commit/{hex}.json", Shape.JSON, "the same"),
      Route.of("/file/{path}", Shape.PAGE, "a file, and who put a line of it there", LINE),
      Route.of("/file/{path}.json", Shape.JSON, "the same", LINE),
      Route.of("/search", Shape.PAGE, "mails and commits", WORDS, SORT, SKIP),
      Route.of("/search.json", Shape.JSON, "the same", SOUGHT, SORT, SKIP),
      Route.of("/search.atom", Shape.FEED, "the newest that match", SOUGHT),
      Route.of("/jobs", Shape.ELSEWHERE, "the last runs"),
      Route.of("/jobs/", Shape.PAGE, "what the last runs did, and whether the store is fresh"),
      Route.of("/jobs/.json", Shape.JSON, "the same"),
      Route.of("/healthz", Shape.TEXT, "ok, or 503 and why the store is stale"),
      Route.of("/metrics", Shape.TEXT, "numbers, as Prometheus reads them"),
      Route.of("/style.css", Shape.STYLE, "the stylesheet"),
      Route.of("/chesterton.js", Shape.SCRIPT, "keys for those who want them"),
      Route.of("/icon.svg", Shape.ICON, "a fence"));

  private static final List<Route> MAILS = List.of(
      Route.of("/r/{msgid}", Shape.ELSEWHERE, "a mail, whatever its list"),
      Route.of("/r/{msgid}/", Shape.ELSEWHERE, "a mail, whatever its list"),
      Route.of("/{list}/new.atom", Shape.FEED, "the newest mails of a list"),
      Route.of("/{list}/{msgid}", Shape.ELSEWHERE, "a mail"),
      Route.of("/{list}/{msgid}/", Shape.PAGE, "a mail"),
      Route.of("/{list}/{msgid}/.json", Shape.JSON, "the same"),
      Route.of("/{list}/{msgid}/raw", Shape.TEXT, "its bytes"),
      Route.of("/{list}/{msgid}/t", Shape.ELSEWHERE, "its thread"),
      Route.of("/{list}/{msgid}/t/", Shape.PAGE, "its thread as a tree", SKIP),
      Route.of("/{list}/{msgid}/t/.json", Shape.JSON, "the tree; the texts are with the mails"),
      Route.of("/{list}/{msgid}/T", Shape.ELSEWHERE, "its thread by date"),
      Route.of("/{list}/{msgid}/T/", Shape.PAGE, "its thread by date", SKIP),
      Route.of("/{list}/{msgid}/T/.json", Shape.JSON, "the mails that are here, oldest first"),
      Route.of("/{list}/{msgid}/t.atom", Shape.FEED, "its thread, newest first"),
      Route.of("/{list}/{msgid}/t.mbox.gz", Shape.MAILBOX, "its thread as mboxrd"));

  private static final List<Route> NOTES = List.of(
      Route.of("/note/{note}", Shape.PAGE, "a note with all its edits"),
      Route.of("/note/{note}/", Shape.PAGE, "a note with all its edits"),
      Route.of("/note/{note}/.json", Shape.JSON, "the same"),
      Route.of("/sign-in", Shape.PAGE, "asks for the token"),
      post("/sign-in", "lets those in who know the token"),
      post("/sign-out", "and out again"),
      post("/notes", "writes a note on a patch or a finding, or edits one"),
      post("/answers", "answers a finding"),
      post("/states", "dismisses a patch, or opens it again"));

  private static final List<Route> API = List.of(
      Route.of("/api", Shape.ELSEWHERE, "this document"),
      Route.of("/api/", Shape.ELSEWHERE, "this document"),
      Route.of("/api/openapi.json", Shape.JSON, "this document"),
      Route.of("/api/patchset", Shape.JSON, "a series with its findings as b4 reads them",
          new Query("id", "Message-ID of a patch or cover letter", true)),
      Route.of("/api/patch", Shape.JSON, "the same, for older ones",
          new Query("id", "Message-ID of a patch or cover letter", true)),
      new Route("POST", "/api/check", "reviews the mail or mbox of the body, at most 1 MiB;"
          + " answers as check --format json prints", Shape.JSON, List.of(AS_OF, ONLY)));

  private Routes() {}

  /** Needs the token (docs/notes.md), and leads to where it stands. */
  private static Route post(String path, String what) {
    return new Route("POST", path, what, Shape.ELSEWHERE, List.of());
  }

  /** In the order of the document. */
  static List<Route> all() {
    return Stream.of(PAGES, MAILS, NOTES, API).flatMap(List::stream).toList();
  }
}
