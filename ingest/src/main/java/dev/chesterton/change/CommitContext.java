package dev.chesterton.change;

import dev.chesterton.change.Citation.CommitForm;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Judges whether hex digits are a commit id by what stands around them. Where nothing speaks for a
 * commit, silence is better: a wrong link costs the reader more than a missing one.
 *
 * @param before in lower case, white space at the end dropped
 * @param after as written
 */
record CommitContext(CitedLine line, int start, String hex, String before, String after) {

  private static final int MIN_ID_DIGITS = 7;
  private static final int MAX_ID_DIGITS = 40;
  private static final int SHA256_DIGITS = 64;

  /** Git abbreviates kernel ids to 12 digits or more; shorter ones need help from the words around. */
  private static final int KERNEL_ID_DIGITS = 12;

  /** Kernel addresses and many checksums have 16 digits, MD5 sums 32. */
  private static final int ADDRESS_DIGITS = 16;
  private static final int MD5_DIGITS = 32;

  private static final Pattern COMMIT_WORD = Pattern.compile(
      "(?:^|[^a-z0-9-])(?:commits?|commit-?id|commit id|commit hash|sha1|changeset)"
          + "(?: is)?:? ?[<\\[(\"'`]?$");
  /** Of the ids in a bisect log the last one is meant, the rest only led there. */
  private static final Pattern BISECT_RESULT = Pattern.compile("commit: ?\\[$");
  /** {@code Cc: stable@... # 5.10: id title} names what a backport needs first. */
  private static final Pattern STABLE_NEED = Pattern.compile("^cc: .*# ?[v0-9][0-9.x+]*:?$");
  private static final Pattern FIXES = Pattern.compile("^fixes:? ?(?:commit:? )?$");
  private static final Pattern UPSTREAM_BEFORE = Pattern.compile(
      "(?:upstream commit:?|(?:cherry[- ]picked|backported) from(?: commit)?)$");
  private static final Pattern REVERTS = Pattern.compile("reverts(?: commit)?$");
  /** Words that, right in front of a bare id, make it a commit. */
  private static final Pattern HINT = Pattern.compile("(?:^|[^a-z])(?:by|in|since|before|after|with"
      + "|until|from|revert(?:ed|ing|s)?|pick(?:ed)?|fix(?:es|ed)?|bisect(?:ed)?(?: to| good| bad)?"
      + "|and|merged?(?: as| in)?|see|patch|of|to|as|via|on|good|bad)[:,]? ?[<\\[(\"'`]?$");
  /** Things that have hex digits and are no commits. */
  private static final Pattern OTHER_HEX = Pattern.compile("0x|uuid"
      + "|\\d{4}-\\d\\d-\\d\\d {1,4}\\d|\\b(?:csum|checksum|crc|fsid"
      + "|md5|sha256|sha512|serial|wwn|tree-?id|rip|r[a-ds][xpi]|cr[0-4]|code|lsn|hash|uid|addr"
      + "|address|pfn|flags|index|generation|msgid|message-id|prerequisite|base-commit|change-id"
      + "|found|wanted|expected|devid|ata|scsi|transid|bytenr)\\b");
  /** What robots and tools print in front of the state of a tree. */
  private static final Pattern TREE_STATE = Pattern.compile("(?:(?:^|[ /])(?:head|base|id|checkout"
      + "|build-id|up to|bisect (?:good|bad|skip)|(?:good|bad|skip): ?\\[|llvm[-_]project|error on"
      + "|linux.git|commit-id|master|key|changes since commit|(?:head|base|start)[ _-]commit)"
      + "[:=]? ?'?|='|-|~\\)?)$");
  private static final String PATCH_SEPARATOR = " Mon Sep 17 00:00:00 2001";
  /** A line of the kernel log: {@code [ 8308.523110] ...}. */
  private static final Pattern LOG_STAMP = Pattern.compile("\\[ {0,8}\\d{1,9}\\.\\d{3,9}\\]");

  static CommitContext of(CitedLine line, int start, String hex) {
    return new CommitContext(line, start, hex,
        line.before(start).toLowerCase(Locale.ROOT).stripTrailing(),
        line.after(start + hex.length()));
  }

  Optional<Citation> judge() {
    boolean firm = CommitTitle.beside(after).isPresent();
    return isPlausible(firm) && !isInDiffFurniture() ? judgeWords(firm) : Optional.empty();
  }

  private Optional<Citation> judgeWords(boolean firm) {
    boolean named = COMMIT_WORD.matcher(tail()).find() && !TREE_STATE.matcher(tail()).find();
    CommitForm form = form();
    boolean strong = firm || named || form != CommitForm.TEXT;
    boolean length = (hex.length() >= MIN_ID_DIGITS && hex.length() <= MAX_ID_DIGITS)
        || (hex.length() == SHA256_DIGITS && named);
    boolean accepted = length
        && (strong || (title().isPresent() ? isMixed(1) : isBareCommit()));
    return accepted
        ? Optional.of(new Citation.OfCommit(hex, title(), form, line.number()))
        : Optional.empty();
  }

  private String tail() {
    return before.substring(Math.max(0, before.length() - 40));
  }

  private Optional<String> title() {
    return CommitTitle.beside(after)
        .or(() -> CommitTitle.inBrackets(after))
        .or(() -> beginsLine()
            ? CommitTitle.onOneLine(line.text().substring(start + hex.length()))
            : Optional.empty());
  }

  /** Only a mark of a list, or the words of {@code git bisect log}, stand in front. */
  private boolean beginsLine() {
    String front = line.front(start).strip();
    String small = front.toLowerCase(Locale.ROOT);
    return front.length() <= 2 || BISECT_RESULT.matcher(small).find()
        || STABLE_NEED.matcher(small).find() || small.endsWith("_commit")
        || FIXES.matcher(small).find();
  }

  private CommitForm form() {
    String front = line.front(start).strip().toLowerCase(Locale.ROOT);
    if (FIXES.matcher(front.isEmpty() ? line.above().toLowerCase(Locale.ROOT) : front).find()) {
      return CommitForm.FIXES;
    }
    if (REVERTS.matcher(tail()).find()) {
      return CommitForm.REVERTS;
    }
    boolean ofStable = tail().endsWith("commit") && after.startsWith(" upstream");
    return ofStable || UPSTREAM_BEFORE.matcher(tail()).find()
        ? CommitForm.UPSTREAM
        : CommitForm.TEXT;
  }

  private boolean isInDiffFurniture() {
    return line.text().startsWith("index ") || line.text().startsWith("base-commit:")
        || line.text().startsWith("prerequisite-patch-id:") || after.startsWith(PATCH_SEPARATOR);
  }

  /** A title makes even plain digits an id; the word alone does not, for trees have generations. */
  private boolean isPlausible(boolean titled) {
    return isMixedBy(1) || titled || hex.length() >= MAX_ID_DIGITS;
  }

  /** No number, no word, no address and no checksum. */
  private boolean isMixed(int atLeast) {
    return isMixedBy(atLeast) && hex.length() != ADDRESS_DIGITS && hex.length() != MD5_DIGITS;
  }

  /** So many letters and as many digits. */
  private boolean isMixedBy(int atLeast) {
    int letters = 0;
    for (int i = 0; i < hex.length(); i++) {
      letters += hex.charAt(i) > '9' ? 1 : 0;
    }
    return letters >= atLeast && hex.length() - letters >= atLeast;
  }

  private boolean isBareCommit() {
    return isMixed(2) && (isOfUsualLength() || HINT.matcher(tail()).find()) && !isOfDump();
  }

  private boolean isOfUsualLength() {
    return hex.length() == MAX_ID_DIGITS || hex.length() == KERNEL_ID_DIGITS;
  }

  /** Lines of an oops, of a kernel log, of a hex dump or of a diff. */
  private boolean isOfDump() {
    String near = (tail() + " " + after.substring(0, Math.min(after.length(), 40)))
        .toLowerCase(Locale.ROOT);
    char first = line.at(0);
    return first == '+' || first == '-' || first == '|' || OTHER_HEX.matcher(near).find()
        || TREE_STATE.matcher(tail()).find()
        || LOG_STAMP.matcher(line.before(start)).find();
  }
}
