package dev.chesterton.index;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The mails opened last, so that a thread which is asked about patch by patch is not parsed anew for each. Bounded by the
 * bytes of all and of each; goes with the reader whose document numbers it keeps.
 */
final class RecentMails {

  /** A mail taken apart holds several times its bytes. */
  private static final long KEPT_BYTES = 4 << 20;

  /** What the smallest mail weighs once it is an object with its parts. */
  private static final int LEAST_BYTES = 2 << 10;

  /** Longer ones are rare and would cost the memory of hundreds. */
  private static final int MAX_BYTES = 32 << 10;

  private final Map<Integer, StoredMail> mails = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  synchronized Optional<StoredMail> get(int document) {
    return Optional.ofNullable(mails.get(document));
  }

  synchronized void put(int document, StoredMail mail) {
    if (weight(mail) > MAX_BYTES || mails.putIfAbsent(document, mail) != null) {
      return;
    }
    bytes += weight(mail);
    while (bytes > KEPT_BYTES) {
      int eldest = mails.keySet().iterator().next();
      bytes -= Optional.ofNullable(mails.remove(eldest)).map(RecentMails::weight).orElse(0);
    }
  }

  private static int weight(StoredMail mail) {
    return Math.max(LEAST_BYTES, mail.raw().bytes().length);
  }
}
