package dev.chesterton.link;

import dev.chesterton.index.StoredMail;
import dev.chesterton.link.remark.Setting;
import dev.chesterton.link.remark.Setting.Answers;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.Message;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The mails of a thread, and who answers whom in it. */
final class Conversation {

  /** By date. */
  private final Map<MessageId, StoredMail> mails = new LinkedHashMap<>();

  private final Map<MessageId, Posting> parents = new HashMap<>();
  private final Map<MessageId, Posting> targets = new HashMap<>();
  private final Map<MessageId, List<StoredMail>> answers = new HashMap<>();
  private final Posting.Patch patch;

  /** @param patch it need not be among the mails */
  Conversation(Posting.Patch patch, List<StoredMail> mails) {
    this.patch = patch;
    mails.forEach(mail -> this.mails.putIfAbsent(mail.head().id(), mail));
    for (StoredMail mail : this.mails.values()) {
      parent(mail.posting()).ifPresent(parent -> {
        parents.put(mail.head().id(), parent);
        answers.computeIfAbsent(parent.message().id(), _ -> new ArrayList<>()).add(mail);
      });
    }
    for (StoredMail mail : this.mails.values()) {
      findTarget(mail.head().id()).ifPresent(target -> targets.put(mail.head().id(), target));
    }
  }

  /** The nearest mail above that is at hand. */
  private Optional<Posting> parent(Posting posting) {
    Message message = posting.message();
    return Stream.concat(message.inReplyTo().stream(), message.references().reversed().stream())
        .filter(id -> !id.equals(message.id()))
        .flatMap(id -> find(id).stream())
        .findFirst();
  }

  private Optional<Posting> find(MessageId id) {
    if (id.equals(patch.message().id())) {
      return Optional.of(patch);
    }
    return Optional.ofNullable(mails.get(id)).map(StoredMail::posting);
  }

  /** The patch or cover letter a mail is about: the nearest above it. */
  private Optional<Posting> findTarget(MessageId id) {
    Optional<Posting> above = Optional.ofNullable(parents.get(id));
    // Headers of strangers may go round in a circle.
    for (int steps = 0; steps < mails.size() && above.isPresent()
        && !isPatch(above.get()); steps++) {
      above = Optional.ofNullable(parents.get(above.get().message().id()));
    }
    return above.filter(Conversation::isPatch);
  }

  private static boolean isPatch(Posting posting) {
    return posting instanceof Posting.Patch || posting instanceof Posting.CoverLetter;
  }

  /** Replies to the patch, to the cover letter of its series, or to an answer to either; by date. */
  List<StoredMail> replies() {
    return mails.values()
        .stream()
        .filter(mail -> mail.posting() instanceof Posting.Reply)
        .filter(mail -> target(mail).filter(this::concernsPatch).isPresent())
        .toList();
  }

  private boolean concernsPatch(Posting target) {
    return target instanceof Posting.CoverLetter
        || target.message().id().equals(patch.message().id());
  }

  private Optional<Posting> target(StoredMail mail) {
    return Optional.ofNullable(targets.get(mail.head().id()));
  }

  /** Direct answers to a mail, by date. */
  List<StoredMail> answers(StoredMail mail) {
    return answers.getOrDefault(mail.head().id(), List.of());
  }

  /** Whether one mail answers another, or an answer to it. */
  boolean descends(StoredMail mail, StoredMail from) {
    Optional<Posting> above = Optional.ofNullable(parents.get(mail.head().id()));
    for (int steps = 0; steps < mails.size() && above.isPresent(); steps++) {
      MessageId id = above.get().message().id();
      if (id.equals(from.head().id())) {
        return true;
      }
      above = Optional.ofNullable(parents.get(id));
    }
    return false;
  }

  boolean haveSameTarget(StoredMail one, StoredMail other) {
    return target(one).map(posting -> posting.message().id())
        .equals(target(other).map(posting -> posting.message().id()));
  }

  Setting setting(StoredMail mail) {
    Answers whom = Optional.ofNullable(parents.get(mail.head().id()))
        .filter(above -> !isPatch(above))
        .map(above -> isAuthor(above.message().author(), target(mail))
            ? Answers.AUTHOR
            : Answers.OTHER)
        .orElse(Answers.PATCH);
    return new Setting(isByAuthor(mail), whom);
  }

  /** Whether the sender is the author of the patch that a mail is about. */
  boolean isByAuthor(StoredMail mail) {
    return isAuthor(mail.head().author(), target(mail));
  }

  private boolean isAuthor(Mailbox who, Optional<Posting> target) {
    Posting posting = target.orElse(patch);
    return Persons.same(who, posting.message().author())
        || posting instanceof Posting.Patch posted && Persons.same(who, posted.author());
  }
}
