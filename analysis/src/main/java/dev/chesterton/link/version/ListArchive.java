package dev.chesterton.link.version;

import dev.chesterton.change.LineKey;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.ChangeId;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.thread.MailThread;
import dev.chesterton.thread.ThreadBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The mails of one file. */
final class ListArchive implements Archive {

  /** Mails that one asks for; nobody sends more versions. */
  private static final int MOST = 200;

  private final Map<MessageId, Posting> mails = new LinkedHashMap<>();
  private final Map<MessageId, List<Posting>> threads = new HashMap<>();
  private final Map<String, Set<MessageId>> byTrait = new HashMap<>();
  private final Map<Long, Integer> counts = new HashMap<>();
  private int changes;

  ListArchive(List<Posting> postings) {
    postings.forEach(posting -> mails.putIfAbsent(posting.message().id(), posting));
    for (MailThread<Posting> thread : ThreadBuilder.build(mails.values()
        .stream()
        .map(FollowUps::entry)
        .toList())) {
      List<Posting> all = thread.payloads().toList();
      all.forEach(posting -> threads.put(posting.message().id(), all));
    }
    mails.values().forEach(this::note);
  }

  private void note(Posting posting) {
    if (posting instanceof Patch || posting instanceof Posting.CoverLetter) {
      traits(posting).forEach(
          trait -> byTrait.computeIfAbsent(trait, _ -> new LinkedHashSet<>())
              .add(posting.message().id()));
    }
    if (posting instanceof Patch patch) {
      changes++;
      patch.change().addedKeys().stream().forEach(key -> counts.merge(key, 1, Integer::sum));
      patch.change().removedKeys().stream().forEach(key -> counts.merge(key, 1, Integer::sum));
    }
  }

  private static List<String> traits(Posting posting) {
    List<String> traits = new ArrayList<>();
    traits.add("title " + posting.subject().title().toLowerCase(Locale.ROOT));
    traits.add("from " + posting.message().author().address().toLowerCase(Locale.ROOT));
    ChangeId.ofSeries(posting).ifPresent(id -> traits.add("change-id " + id.value()));
    return traits;
  }

  @Override
  public Optional<Mailbox> sender(MessageId id) {
    return Optional.ofNullable(mails.get(id))
        .filter(mail -> mail instanceof Patch || mail instanceof Posting.CoverLetter)
        .map(mail -> mail.message().author());
  }

  @Override
  public boolean names(MessageId mail, MessageId named) {
    return Optional.ofNullable(mails.get(mail))
        .filter(posting -> posting.message().text().contains(named.value()))
        .isPresent();
  }

  @Override
  public List<Posting> sent(MessageId id) {
    return thread(id).stream().filter(posting -> !(posting instanceof Posting.Reply)).toList();
  }

  @Override
  public List<Posting> thread(MessageId id) {
    return threads.getOrDefault(id, List.of());
  }

  @Override
  public Set<MessageId> candidates(Sending sending) {
    Set<MessageId> found = new LinkedHashSet<>();
    sending.postings()
        .flatMap(posting -> traits(posting).stream())
        .distinct()
        .flatMap(trait -> byTrait.getOrDefault(trait, Set.of()).stream())
        .limit(MOST)
        .forEach(found::add);
    return found;
  }

  @Override
  public double weight(long lineKey) {
    int count = Math.max(1, counts.getOrDefault(new LineKey(lineKey).value(), 1));
    return Math.log(1 + (double) changes / count);
  }
}
