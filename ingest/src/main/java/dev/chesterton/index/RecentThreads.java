package dev.chesterton.index;

import dev.chesterton.mail.MessageId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The threads looked up last, by each of their mails: whoever weighs a patch asks for the thread of it, of its series and
 * of its earlier versions, and again for the next patch. Goes with the reader it was asked of.
 */
final class RecentThreads {

  /** Mails by which a thread is found; one takes a kilobyte or two. */
  private static final int KEPT = 4_096;

  private final Map<MessageId, List<ThreadMember>> threads = new LinkedHashMap<>(KEPT, 0.75f, true);

  List<ThreadMember> of(MessageId id, Supplier<List<ThreadMember>> lookup) {
    return get(id).orElseGet(() -> {
      List<ThreadMember> thread = List.copyOf(lookup.get());
      put(id, thread);
      return thread;
    });
  }

  private synchronized Optional<List<ThreadMember>> get(MessageId id) {
    return Optional.ofNullable(threads.get(id));
  }

  /** The thread is the same from each of its mails, unless it was cut. */
  private synchronized void put(MessageId id, List<ThreadMember> thread) {
    if (thread.size() < Math.min(KEPT, Index.MAX_THREAD)) {
      thread.forEach(member -> threads.put(member.head().id(), thread));
      threads.put(id, thread);
    }
    while (threads.size() > KEPT) {
      threads.remove(threads.keySet().iterator().next());
    }
  }
}
