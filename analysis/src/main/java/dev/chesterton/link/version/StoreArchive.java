package dev.chesterton.link.version;

import dev.chesterton.change.Citation;
import dev.chesterton.change.LineKey;
import dev.chesterton.change.LineKeys;
import dev.chesterton.index.ChangeDigest;
import dev.chesterton.index.ChangeQuery;
import dev.chesterton.index.Criterion;
import dev.chesterton.index.Head;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Index;
import dev.chesterton.index.LineQuery;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.index.LineQuery.Side;
import dev.chesterton.index.Overlap;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.index.StoredMail;
import dev.chesterton.index.ThreadMember;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The mails of a store up to a date. */
final class StoreArchive implements Archive {

  /** Titles and patches of a series that are looked up: whatever finds one patch brings its whole series. */
  private static final int MOST_TITLES = 8;

  private static final int MOST_PATCHES = 4;

  /** Answers to one question. */
  private static final int MOST_HITS = 40;

  /** Mails of a thread that are read; longer threads are bots'. */
  private static final int MOST_MAILS = 1_000;

  private final Index index;
  private final Instant until;
  private final Map<MessageId, Optional<Posting>> read = new HashMap<>();
  private final Map<MessageId, Mailbox> senders = new HashMap<>();
  private final Map<MessageId, Set<MessageId>> naming = new HashMap<>();
  private final Map<Long, Double> weights = new HashMap<>();

  StoreArchive(Index index, Instant until) {
    this.index = index;
    this.until = until;
  }

  /** The heads that were looked up tell it of nearly all; a mail that is merely cited has to be opened. */
  @Override
  public Optional<Mailbox> sender(MessageId id) {
    return Optional.ofNullable(senders.get(id))
        .or(() -> mail(id)
            .filter(mail -> mail instanceof Patch || mail instanceof Posting.CoverLetter)
            .map(mail -> mail.message().author()));
  }

  @Override
  public boolean names(MessageId mail, MessageId named) {
    return naming(named).contains(mail);
  }

  private Set<MessageId> naming(MessageId named) {
    return naming.computeIfAbsent(named, id -> new LinkedHashSet<>(inText(id.value())));
  }

  private Optional<Posting> mail(MessageId id) {
    return read.computeIfAbsent(id, other -> index.mail(other)
        .filter(mail -> !mail.head().instant().isAfter(until))
        .map(StoredMail::posting));
  }

  @Override
  public List<Posting> sent(MessageId id) {
    return thread(id, EnumSet.complementOf(EnumSet.of(MailKind.REPLY)));
  }

  @Override
  public List<Posting> thread(MessageId id) {
    return thread(id, EnumSet.allOf(MailKind.class));
  }

  private List<Posting> thread(MessageId id, Set<MailKind> kinds) {
    return index.thread(id)
        .stream()
        .map(ThreadMember::head)
        .limit(MOST_MAILS)
        .filter(head -> kinds.contains(head.kind()))
        .flatMap(head -> mail(head.id()).stream())
        .toList();
  }

  @Override
  public Set<MessageId> candidates(Sending sending) {
    Set<MessageId> found = new LinkedHashSet<>();
    sending.postings()
        .flatMap(posting -> posting.citations().stream())
        .filter(Citation.OfMail.class::isInstance)
        .map(cited -> new MessageId(((Citation.OfMail) cited).messageId()))
        .limit(MOST_HITS)
        .forEach(found::add);
    sending.changeId().ifPresent(id -> found.addAll(inText(id.value())));
    found.addAll(naming(sending.first().message().id()));
    titles(sending).forEach(title -> found.addAll(byTitle(title)));
    sending.patches().stream().limit(MOST_PATCHES).forEach(patch -> {
      found.addAll(byDiff(patch));
      found.addAll(byLines(patch));
    });
    return found;
  }

  private static Stream<String> titles(Sending sending) {
    return Stream
        .concat(sending.coverTitle().stream(),
            sending.patches().stream().map(patch -> patch.subject().title()))
        .filter(title -> !title.isBlank())
        .distinct()
        .limit(MOST_TITLES);
  }

  private List<MessageId> inText(String words) {
    return search(new Criterion.Phrase(Criterion.Part.TEXT, words));
  }

  private List<MessageId> byTitle(String title) {
    return search(new Criterion.Phrase(Criterion.Part.TITLE, title));
  }

  private List<MessageId> search(Criterion words) {
    Criterion wanted = Criterion.all(words,
        new Criterion.OfKind(List.of(Criterion.Kind.PATCH, Criterion.Kind.COVER_LETTER)),
        new Criterion.Between(Instant.MIN, until));
    return ids(index.search(SearchQuery.newest(wanted, MOST_HITS)).heads());
  }

  private List<MessageId> byDiff(Patch patch) {
    return patch.patchId()
        .map(id -> heads(
            index.changes(new ChangeQuery.WithPatchId(id), Among.MAILS, until, MOST_HITS)))
        .orElse(List.of());
  }

  private List<MessageId> byLines(Patch patch) {
    LineKeys added = patch.change().addedKeys();
    LineKeys keys = added.isEmpty() ? patch.change().removedKeys() : added;
    Side side = added.isEmpty() ? Side.REMOVED : Side.ADDED;
    return heads(index.overlapping(new LineQuery(keys, side, Among.MAILS, until, MOST_HITS))
        .stream()
        .map(Overlap::change)
        .toList());
  }

  private List<MessageId> heads(List<ChangeDigest> changes) {
    return ids(changes.stream().map(ChangeDigest::head).toList());
  }

  private List<MessageId> ids(List<Head> heads) {
    List<MailHead> sent = heads.stream()
        .filter(MailHead.class::isInstance)
        .map(MailHead.class::cast)
        .filter(mail -> !mail.instant().isAfter(until)
            && (mail.kind() == MailKind.PATCH || mail.kind() == MailKind.COVER_LETTER))
        .toList();
    sent.forEach(mail -> senders.putIfAbsent(mail.id(), mail.author()));
    return sent.stream().map(MailHead::id).toList();
  }

  /** The measure of the line lookup, so that both weigh alike. */
  @Override
  public double weight(long lineKey) {
    return weights.computeIfAbsent(lineKey,
        key -> LineQuery.rarity(
            (int) Math.min(Integer.MAX_VALUE, index.occurrences(new LineKey(key)))));
  }
}
