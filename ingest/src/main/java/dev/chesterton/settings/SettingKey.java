package dev.chesterton.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * Every key there is, as it stands behind {@code chesterton.}. Those with a
 * subject ({@code archive.<name>.path}) exist once for each name.
 */
public enum SettingKey {
  STORE("store", "$XDG_DATA_HOME/chesterton", "folder of index, reviews and mirrored epochs"),
  REPO("repo", "", "code repository that check and explain ask when none is named"),
  LIST("list", "", "mailing list looked at when none is named; may be given many times"),
  ARCHIVE_PATH("archive.<name>.path", "", "mbox, maildir or public-inbox to read"),
  ARCHIVE_URL("archive.<name>.url", "", "public-inbox that mirror copies from"),
  TREE_PATH("tree.<name>.path", "", "git repository whose commits are read"),
  TREE_BRANCH("tree.<name>.branch", "",
      "branch of it; may be given many times; the checked-out one when not set"),
  NOTES_URL("notes.url", "",
      "JDBC address of the PostgreSQL database of notes; a file beside the store when not set"),
  NOTES_USER("notes.user", "", "user of that database"),
  NOTES_PASSWORD_FILE("notes.passwordFile", "",
      "file that holds the password of that user, readable for its owner alone (mode 0600)"),
  BASE_URL("baseUrl", "", "address in links that leave the server; its own when not set"),
  LISTEN("listen", "127.0.0.1:8808", "host and port of serve"),
  FAIL_ON("failOn", "warning",
      "least severity that makes check fail: error, warning, check, never"),
  CHECK_SERVER("checkServer", "",
      "address of a server that check and the send hook ask in place of the store"),
  HOOK_STRICT("hookStrict", "false",
      "whether the send hook stops mail that it could not check: true, false"),
  HOOK_TIMEOUT("hookTimeout", "10",
      "seconds after which the send hook gives up on a mail and lets it go"),
  RULES_DIR("rulesDir", "$XDG_CONFIG_HOME/chesterton/rules",
      "folder of further rules; may be given many times"),
  RULE("rule.<name>", "true", "switch of a rule: true, false, or the severity it reports with"),
  MAX_MESSAGE("maxMessage", "32m", "bytes read of one mail, with k, m or g; the rest is cut"),
  JOBS("jobs", "0", "threads of ingest; 0 is one for each processor"),
  STALE_HOURS("staleHours", "36",
      "hours after which the last good run of an archive is too long ago, for /jobs/ and /healthz"),
  MCP("mcp", "false", "answer POST /mcp (Model Context Protocol) in serve: true, false"),
  THEME("theme", "auto", "colours of the pages: auto, light, dark"),
  LIMIT_HEADER("limit.header", "256k", "bytes of a header block; further fields are dropped",
      1 << 10, 64 << 20),
  LIMIT_FIELD("limit.field", "100k", "bytes of one header; the rest is cut",
      1 << 10, 64 << 20),
  LIMIT_TEXT("limit.text", "2m", "characters of text kept of one mail; the rest is cut",
      1 << 10, 256 << 20),
  LIMIT_PARTS("limit.parts", "1000", "MIME parts of one mail; the rest is left out",
      1, 100_000),
  LIMIT_DEPTH("limit.depth", "20", "nesting of MIME parts; deeper ones are not opened",
      1, 1_000),
  LIMIT_BOUNDARY("limit.boundary", "2048",
      "characters of a MIME boundary; with a longer one a multipart is read as text",
      70, 64 << 10),
  LIMIT_REFERENCES("limit.references", "500", "references of one mail; the last count",
      1, 100_000),
  LIMIT_FILES("limit.files", "5000", "files of one diff; it is cut there",
      1, 1_000_000),
  LIMIT_HUNKS("limit.hunks", "50000", "hunks of one diff; it is cut there",
      1, 10_000_000),
  LIMIT_CITATIONS("limit.citations", "500",
      "citations and links of one mail; the rest is not followed", 0, 100_000),
  LIMIT_PAGE("limit.page", "8m", "bytes read of a saved page; as a tree it weighs ten times that",
      1 << 10, 1 << 28),
  LIMIT_PAGE_MAILS("limit.pageMails", "2000",
      "mails of a saved page; the rest is text of the last one", 1, 1_000_000),
  LIMIT_UNPACKED("limit.unpacked", "64g", "bytes a compressed file may unpack to",
      1 << 20, 1L << 50),
  LIMIT_RATIO("limit.ratio", "200", "times its size a compressed file may unpack to, beyond 16 MiB",
      2, 1_000_000),
  LIMIT_FILE("limit.file", "8m",
      "bytes of a file of a tree; of a longer one the hunks are left out", 1 << 10, 1 << 30),
  LIMIT_LINES("limit.lines", "500000",
      "changed lines of one commit; the hunks of further files are left out", 1, 100_000_000),
  LIMIT_ENTRIES("limit.entries", "100000",
      "files and folders compared for one commit; the rest is left out", 1, 10_000_000),
  LIMIT_ANSWER("limit.answer", "16m",
      "bytes a server may send mirror as a manifest or a list of refs", 1 << 10, 1 << 30),
  LIMIT_MANIFEST("limit.manifest", "256m", "bytes a manifest may unpack to", 1 << 10, 1L << 33),
  LIMIT_OFFERS("limit.offers", "200000", "entries a manifest may have", 1, 100_000_000),
  LIMIT_PACK("limit.pack", "16g", "bytes a server may send mirror of one epoch",
      1 << 10, 1L << 50),
  LIMIT_OBJECT("limit.object", "96m",
      "bytes of one object that mirror fetches; an epoch with a longer one is not copied",
      1 << 10, 1 << 30);

  private static final String SUBJECT = "<name>";

  private final String template;
  private final String standard;
  private final String meaning;

  /** Between which a number makes sense, both inclusive. */
  private final long least;
  private final long most;

  SettingKey(String template, String standard, String meaning) {
    this(template, standard, meaning, 0, Long.MAX_VALUE);
  }

  SettingKey(String template, String standard, String meaning, long least, long most) {
    this.template = template;
    this.standard = standard;
    this.meaning = meaning;
    this.least = least;
    this.most = most;
  }

  /** How much of something is read; what is beyond is cut, and that is reported. */
  boolean isLimit() {
    return template.startsWith("limit.");
  }

  long numberIn(Setting setting) {
    return setting.asNumber(least, most);
  }

  /** As it is written behind {@code chesterton.}, with {@code <name>} for the subject. */
  public String template() {
    return template;
  }

  /** The value when nobody sets one; empty where there is none. */
  public String standard() {
    return standard;
  }

  /** What it changes, in one line. */
  public String meaning() {
    return meaning;
  }

  /** Each value counts, not only the last; an empty one forgets those before it, as in git. */
  public boolean isMany() {
    return this == LIST || this == RULES_DIR || this == TREE_BRANCH;
  }

  /** A repository's own configuration may set it: it names no path, no address, nothing to run. */
  public boolean isForRepository() {
    return this == RULE || this == FAIL_ON;
  }

  boolean hasSubject() {
    return template.contains(SUBJECT);
  }

  /** The key with a name put in: {@code archive.linux-erofs.path}. */
  String with(String subject) {
    return template.replace(SUBJECT, subject);
  }

  /**
   * The subject of a written key that is an instance of this one; empty text where this has none.
   */
  Optional<String> subjectIn(String written) {
    int at = template.indexOf(SUBJECT);
    if (at < 0) {
      return written.equalsIgnoreCase(template) ? Optional.of("") : Optional.empty();
    }
    String before = template.substring(0, at);
    String after = template.substring(at + SUBJECT.length());
    String lower = written.toLowerCase(Locale.ROOT);
    boolean fits = lower.startsWith(before) && lower.endsWith(after)
        && written.length() > before.length() + after.length();
    return fits
        ? Optional.of(written.substring(before.length(), written.length() - after.length()))
        : Optional.empty();
  }
}
