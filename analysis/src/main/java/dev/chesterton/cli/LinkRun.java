package dev.chesterton.cli;

import dev.chesterton.index.ChangeDigest;
import dev.chesterton.index.ChangeQuery;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Index;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.index.StoreSummary;
import dev.chesterton.link.CommitReference;
import dev.chesterton.link.Known;
import dev.chesterton.link.Linker;
import dev.chesterton.link.Postings;
import dev.chesterton.mail.MessageId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Links what the arguments of one call name, one after the other. */
final class LinkRun {
  private static final int PAGE = 500;

  /** Enough to tell that digits are ambiguous. */
  private static final int ALIKE = 2;

  static final String UNKNOWN_COMMIT = "in no tree of the store, and cited in no mail of it";

  static final Pattern HEX = Pattern.compile("[0-9a-f]{7,40}");

  private final Index index;
  private final Linker linker;
  private final Known known;
  private final LinkOutput output;

  LinkRun(Index index, Linker linker, Known known, LinkOutput output) {
    this.index = index;
    this.linker = linker;
    this.known = known;
    this.output = output;
  }

  /** Every commit of the trees of the store, each once. */
  void trees() {
    List<String> trees = index.summary().trees().stream().map(StoreSummary.Span::name).toList();
    if (trees.isEmpty()) {
      throw new InputException(ExitCode.USAGE,
          "no tree in the store: read one with 'chesterton ingest --tree NAME=REPO', or name one with --repo");
    }
    trees.forEach(this::tree);
  }

  private void tree(String name) {
    List<ChangeDigest> page = index.commitChanges(name, Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      page.stream().filter(commit -> isFirstOf(name, commit)).forEach(this::commit);
      page = index.commitChanges(name, Optional.of(page.getLast()), PAGE);
    }
  }

  private static boolean isFirstOf(String tree, ChangeDigest commit) {
    return commit.head() instanceof CommitHead head && head.trees().getFirst().equals(tree);
  }

  void commit(ChangeDigest commit) {
    if (!commit.head().instant().isAfter(known.until())) {
      output.commit(linker.postings(commit, known));
    }
  }

  /** A commit of the store, or one that is only cited; or a Message-ID. */
  void argument(String argument) {
    String hex = argument.toLowerCase(Locale.ROOT);
    if (HEX.matcher(hex).matches()) {
      hex(hex);
    } else {
      mail(argument);
    }
  }

  /** Wrong usage is told before a store is looked for. */
  static void check(String argument) {
    if (!HEX.matcher(argument.toLowerCase(Locale.ROOT)).matches() && !argument.contains("@")) {
      throw new InputException(ExitCode.USAGE, "'" + argument
          + "' is neither a commit id, 7 to 40 hex digits, nor a Message-ID");
    }
  }

  /** Why a mail has no change that can be asked about. */
  static String whyNone(MessageId id, Index index, Known known) {
    return index.mail(id)
        .map(mail -> mail.head().instant().isAfter(known.until()) ? "sent after the date asked for"
            : "a mail without a diff")
        .orElse("no mail of the store has this Message-ID");
  }

  /** With or without {@code <>}. */
  static MessageId messageId(String argument) {
    return new MessageId(argument.replaceAll("^<|>$", ""));
  }

  private void hex(String hex) {
    List<CommitHead> commits = index.commits(hex, ALIKE);
    if (commits.size() > 1) {
      output.none(hex, "ambiguous: several commits begin so, write more digits");
    } else if (commits.isEmpty()) {
      cited(hex);
    } else {
      index.commitChange(commits.getFirst().id())
          .ifPresentOrElse(this::commit, () -> output.none(hex,
              "changes nothing itself: a merge, an empty commit, or where a shallow history is cut off"));
    }
  }

  private void cited(String hex) {
    Optional<CommitReference> reference = linker.commit(hex, known.until());
    reference.ifPresentOrElse(
        found -> output.commit(new Postings(found.commit(), found.mails(), List.of())),
        () -> output.none(hex, UNKNOWN_COMMIT));
  }

  private void mail(String argument) {
    MessageId id = messageId(argument);
    List<ChangeDigest> mails = index.changes(new ChangeQuery.OfMail(id), Among.MAILS,
        known.until(), 1);
    if (mails.isEmpty()) {
      output.none(id.value(), whyNone(id, index, known));
    } else {
      output.mail(id, linker.commits(mails.getFirst(), known));
    }
  }
}
