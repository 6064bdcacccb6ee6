package dev.chesterton.change;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A place in a text that names a commit, a mail, a test, a bug or a function of a trace. */
public sealed interface Citation {

  /** 1-based, in the text it was read from; where a citation is wrapped, the line it begins on. */
  int line();

  /**
   * A commit by its id.
   *
   * @param hex 7 to 40 lower-case hex digits as written, or 64 behind the word {@code commit}
   * @param title the title given beside it, white space folded, quote marks of wrapped lines dropped
   */
  record OfCommit(String hex, Optional<String> title, CommitForm form,
      int line) implements Citation {}

  /** How a commit was cited. */
  enum CommitForm {
    /** In running text or on a line of its own. */
    TEXT,
    /** In a {@code Fixes:} trailer. */
    FIXES,
    /** "This reverts commit". */
    REVERTS,
    /** "commit ... upstream." or "cherry picked from commit". */
    UPSTREAM,
    /** Inside the address of a git web page. */
    WEB_LINK
  }

  /**
   * A mail by its Message-ID.
   *
   * @param messageId without {@code <>}, percent-decoded
   * @param list name of the list in the link, where it has one
   * @param masked parts of the id are hidden by an archive ({@code xxxxx}): only a store can tell which it was
   */
  record OfMail(String messageId, Optional<String> list, MailForm form, boolean masked, int line)
      implements
        Citation {}

  /** How a mail was cited. */
  enum MailForm {
    /** lore.kernel.org/LIST/ID, a public-inbox or patchwork page of the same shape, marc.info?i=ID. */
    ARCHIVE_LINK,
    /** lore.kernel.org/r/ID, lkml.kernel.org/r/ID, patch.msgid.link/ID. */
    SHORT_LINK,
    /** The id alone, with or without {@code <>}. */
    BARE_ID
  }

  /**
   * A regression test or a range of them: fstests such as {@code generic/208} or {@code xfs/550-552}.
   *
   * @param suite {@code generic}, {@code btrfs}, {@code xfs}, ...
   * @param first three digits or more, as a number
   * @param last equal to {@code first} where one test is named
   */
  record OfTest(String suite, int first, int last, int line) implements Citation {

    /** As it is written: {@code generic/208} or {@code xfs/550-552}. */
    public String name() {
      String one = "%s/%03d".formatted(suite, first);
      return first == last ? one : one + "-%03d".formatted(last);
    }

    /** The name of each test of the range; of a range over a hundred only the first and the last. */
    public List<String> each() {
      return last - first < MAX_RANGE
          ? IntStream.rangeClosed(first, last)
              .mapToObj(number -> "%s/%03d".formatted(suite, number))
              .toList()
          : List.of("%s/%03d".formatted(suite, first), "%s/%03d".formatted(suite, last));
    }

    private static final int MAX_RANGE = 100;
  }

  /**
   * A bug found by a robot: the id that syzbot puts into its address ({@code syzbot+ID@syzkaller.appspotmail.com}) and its
   * pages ({@code syzkaller.appspot.com/bug?extid=ID}).
   *
   * @param id 16 to 40 lower-case hex digits
   */
  record OfBug(String id, int line) implements Citation {}

  /**
   * A function of an oops trace or lockdep report: {@code account_page_cleaned+0x15b/0x1f0}.
   *
   * @param function without what the compiler adds ({@code .isra.0})
   */
  record OfTrace(String function, int line) implements Citation {}
}
