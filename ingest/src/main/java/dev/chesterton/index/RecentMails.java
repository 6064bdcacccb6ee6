package dev.chesterton.index;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The mails opened last, so that a thread which is asked about patch by patch is not parsed anew for each. Bounded in
 * number and in the size of each; goes with the reader whose document numbers it keeps.
 */
final class RecentMails {
  private static final int KEPT = 256;

  /** Longer ones are rare and would cost the memory of hundreds. */
  private static final int MAX_BYTES = 32 << 10;

  private final Map<Integer, StoredMail> mails = new LinkedHashMap<>(KEPT, 0.75f, true);

  synchronized Optional<StoredMail> get(int document) {
    return Optional.ofNullable(mails.get(document));
  }

  synchronized void put(int document, StoredMail mail) {
    if (mail.raw().bytes().length > MAX_BYTES) {
      return;
    }
    mails.put(document, mail);
    if (mails.size() > KEPT) {
      mails.remove(mails.keySet().iterator().next());
    }
  }
}
