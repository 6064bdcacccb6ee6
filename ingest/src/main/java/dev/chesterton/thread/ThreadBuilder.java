package dev.chesterton.thread;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Mails to trees of replies. The idea is Jamie Zawinski's threading (jwz.org/doc/threading.html)
 * with three changes: a mail's place is decided by its own headers alone, so that a stranger's
 * References cannot move it; subjects are not compared; and what contradicts is settled by date and
 * id, so that the order of arrival does not matter.
 *
 * <p>A mail hangs on the last id of its In-Reply-To that is at hand, else on the nearest of its
 * References, at hand or not. One that is not becomes a ghost, which hangs on the References before
 * it. Of a chain of ghosts without branches only the last stays. Where links run in a circle, the
 * newest mail keeps its link.
 */
public final class ThreadBuilder {

  /** References read of one mail, the nearest ones (docs/limits.md). */
  public static final int MAX_REFERENCES = 500;

  /**
   * Each mail comes out in exactly one thread, one time; threads are ordered by the date of their
   * root, then its id.
   *
   * @param entries in any order
   */
  public static <T> List<MailThread<T>> build(Collection<ThreadEntry<T>> entries) {
    List<ThreadEntry<T>> sorted = sorted(entries);
    Links links = new Links(sorted);
    return new ThreadWriter<>(sorted, links).threads();
  }

  /** By date, id and content; of mails equal in id and content only the first stays. */
  private static <T> List<ThreadEntry<T>> sorted(Collection<ThreadEntry<T>> entries) {
    Set<List<Object>> seen = new HashSet<>();
    return entries.stream()
        .sorted(Comparator.comparing((ThreadEntry<T> entry) -> entry.date())
            .thenComparing(entry -> entry.id())
            .thenComparing(entry -> entry.contentHash()))
        .filter(entry -> seen.add(List.of(entry.id(), entry.contentHash())))
        .toList();
  }

  private ThreadBuilder() {}
}
