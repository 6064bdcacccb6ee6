package dev.chesterton.link.version;

import dev.chesterton.change.FilePath;
import dev.chesterton.change.PatchId;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.ChangeId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A sending with all that comparing it asks for, worked out once: it is compared with many. */
record Portrait(Sending sending, List<Traits> patches, Set<MessageId> ids, Set<String> titles,
    Set<FilePath> paths, Set<PatchId> patchIds, Set<String> kernels,
    Optional<ChangeId.OfSeries> changeId, Set<MessageId> answered) {

  static Portrait of(Sending sending) {
    Set<String> titles = new HashSet<>();
    Set<FilePath> paths = new HashSet<>();
    Set<PatchId> patchIds = new HashSet<>();
    Set<MessageId> answered = new HashSet<>();
    sending.coverTitle().ifPresent(title -> titles.add(title.toLowerCase(Locale.ROOT)));
    sending.patches().forEach(patch -> {
      titles.add(patch.subject().title().toLowerCase(Locale.ROOT));
      paths.addAll(patch.change().paths());
      patch.patchId().ifPresent(patchIds::add);
    });
    sending.postings().forEach(posting -> {
      answered.addAll(posting.message().inReplyTo());
      answered.addAll(posting.message().references());
    });
    return new Portrait(sending, sending.patches().stream().map(Traits::of).toList(),
        sending.ids(), titles, paths, patchIds, sending.kernels(), sending.changeId(), answered);
  }

  /** Whether a closer look can find likeness at all; quick. */
  boolean mayBeLike(Portrait other) {
    return meets(titles, other.titles) || meets(paths, other.paths)
        || meets(patchIds, other.patchIds) || answers(other) || other.answers(this);
  }

  /** One of its mails answers one of the other, or an answer to it. */
  boolean answers(Portrait other) {
    return meets(answered, other.ids);
  }

  private static <T> boolean meets(Set<T> one, Set<T> other) {
    return one.size() < other.size()
        ? one.stream().anyMatch(other::contains)
        : other.stream().anyMatch(one::contains);
  }
}
