package dev.chesterton.web;

import static dev.chesterton.web.TestServer.LIST;
import static dev.chesterton.web.TestServer.PATCH;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Addresses of every kind of page, on a server of the samples; without a slash in front. */
final class SamplePages {

  static final String REVIEW = "review/" + PATCH + "/";
  static final String MAIL = LIST + "/" + PATCH + "/";

  /** The first patch of a version of the series of the samples that has four. */
  private static final String VERSION = "20240506-cairn-groups-v%d-1-5d1c0f2ab934@example.org";
  static final String OLDER = VERSION.formatted(1);
  static final String NEWER = VERSION.formatted(2);
  static final String VERSIONS = "review/" + NEWER + "/versions/";
  /** On the last version of another series: one comment is open, one was answered. */
  static final String COMMENTS = "review/20190710141828.20771-4-sanna.virtala@example.org/comments/";
  static final String COMPARED = "review/" + OLDER + "/diff/" + NEWER + "/";

  /** Asked for what is not here, for nonsense, and to write where only reading is possible. */
  static final List<String> ERRORS = List.of("r/nobody@example.org/", "commit/deadbeef123",
      "nothing/here/at/all", "commit/master", "search?q=%22open", REVIEW + "?as-of=tomorrow",
      "notes", "review/nobody@example.org/versions/");

  static final String FILE = "file/fs/cairnfs/writepage.c";

  private SamplePages() {}

  /** One at least of each kind. */
  static List<String> of(TestServer server) {
    return List.of("flagged/", REVIEW, REVIEW + "?as-of=sent", MAIL, MAIL + "t/", MAIL + "T/",
        "commit/" + commit(server), "search?q=cairn", "search", "search?q=nothinglikethis",
        "rule/removed-guard", "jobs/", "help", FILE, FILE + "?line=20", "sign-in", VERSIONS,
        COMMENTS, COMPARED,
        "review/" + OLDER + "/");
  }

  /** A commit of the tree of the samples. */
  static String commit(TestServer server) {
    return new JsonMapper().readTree(server.get("/search.json?q=s%3Afixup&sort=oldest").body())
        .get("hits")
        .valueStream()
        .filter(hit -> hit.get("type").asString().equals("commit"))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asString();
  }
}
