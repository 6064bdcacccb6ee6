package dev.chesterton.link.version;

import dev.chesterton.link.version.FollowUp.Standing;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.CoverLetter;
import dev.chesterton.patch.Posting.Letter;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.Posting.Reply;
import dev.chesterton.thread.MailThread;
import dev.chesterton.thread.ThreadBuilder;
import dev.chesterton.thread.ThreadEntry;
import dev.chesterton.thread.ThreadNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers the trailers that reviewers gave, as b4 does: a reply speaks of the nearest patch above it, one to the cover
 * letter of all patches. What was given to one version goes on to the next as long as the patch stays the same.
 */
final class FollowUps {

  /** Replies above a reply that are gone through to find its patch. */
  private static final int MAX_DEPTH = 500;

  /** Trailers given to one version, each patch counted; the oldest are kept. */
  private static final int MOST_FOLLOW_UPS = 5_000;

  private final Archive archive;

  FollowUps(Archive archive) {
    this.archive = archive;
  }

  static ThreadEntry<Posting> entry(Posting posting) {
    return new ThreadEntry<>(posting.message().id(), posting.message().otherIds(),
        posting.message().inReplyTo(), posting.message().references(),
        posting.message().date().instant(), posting.message().contentHash(), posting);
  }

  /** The versions with their follow-ups. */
  List<SeriesVersion> of(List<SeriesVersion> versions) {
    List<SeriesVersion> all = new ArrayList<>();
    List<FollowUp> before = List.of();
    Set<MessageId> read = new HashSet<>();
    Map<MessageId, List<Reply>> replies = new HashMap<>();
    for (SeriesVersion version : versions) {
      read(version, read, replies);
      List<FollowUp> here = new ArrayList<>(carried(version, before));
      given(version, replies).stream()
          .limit(MOST_FOLLOW_UPS)
          .forEach(given -> addOnce(here, given));
      before = sorted(version, here);
      all.add(version.with(before));
    }
    return all;
  }

  /** By patch, then by date and id of the reply, then by line. */
  private static List<FollowUp> sorted(SeriesVersion version, List<FollowUp> all) {
    return all.stream()
        .sorted(Comparator
            .comparingInt((FollowUp given) -> version.patches().indexOf(given.patch()))
            .thenComparing(given -> given.source().message().date().instant())
            .thenComparing(given -> given.source().message().id())
            .thenComparingInt(given -> given.trailer().line()))
        .toList();
  }

  /** Notes for each patch and cover letter of the threads of a version which replies speak of it. */
  private void read(SeriesVersion version, Set<MessageId> read,
      Map<MessageId, List<Reply>> replies) {
    for (MessageId id : version.sending().ids()) {
      if (!read.contains(id)) {
        List<Posting> thread = archive.thread(id);
        thread.forEach(posting -> read.add(posting.message().id()));
        ThreadBuilder.build(thread.stream().map(FollowUps::entry).toList())
            .forEach(tree -> note(tree, replies));
      }
    }
  }

  private static void note(MailThread<Posting> tree, Map<MessageId, List<Reply>> replies) {
    Map<MessageId, ThreadNode<Posting>> nodes = new HashMap<>();
    tree.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
    for (ThreadNode<Posting> node : tree.nodes()) {
      node.payload()
          .filter(Reply.class::isInstance)
          .ifPresent(reply -> patchAbove(node, nodes)
              .ifPresent(id -> replies.computeIfAbsent(id, _ -> new ArrayList<>())
                  .add((Reply) reply)));
    }
  }

  private static Optional<MessageId> patchAbove(ThreadNode<Posting> from,
      Map<MessageId, ThreadNode<Posting>> nodes) {
    Optional<ThreadNode<Posting>> node = parent(from, nodes);
    for (int depth = 0; depth < MAX_DEPTH && node.isPresent(); depth++) {
      boolean found = node.get()
          .payload()
          .filter(posting -> posting instanceof Patch || posting instanceof CoverLetter
              || posting instanceof Letter)
          .isPresent();
      if (found) {
        return Optional.of(node.get().id());
      }
      node = parent(node.get(), nodes);
    }
    return Optional.empty();
  }

  private static Optional<ThreadNode<Posting>> parent(ThreadNode<Posting> node,
      Map<MessageId, ThreadNode<Posting>> nodes) {
    return node.parent().map(nodes::get);
  }

  private static List<FollowUp> given(SeriesVersion version, Map<MessageId, List<Reply>> replies) {
    List<FollowUp> given = new ArrayList<>();
    version.sending()
        .postings()
        .filter(posting -> !(posting instanceof Patch))
        .flatMap(cover -> replies.getOrDefault(cover.message().id(), List.of()).stream())
        .forEach(reply -> version.patches()
            .forEach(patch -> given.addAll(GivenTrailers.of(reply, patch, true))));
    for (Patch patch : version.sending().patches()) {
      replies.getOrDefault(patch.message().id(), List.of())
          .forEach(reply -> given.addAll(GivenTrailers.of(reply, patch, false)));
    }
    given.sort(Comparator.comparing(one -> one.source().message().date().instant()));
    return given;
  }

  /** People repeat themselves, and quote what they gave before. */
  private static void addOnce(List<FollowUp> all, FollowUp given) {
    boolean known = all.stream()
        .anyMatch(one -> one.patch().equals(given.patch())
            && GivenTrailers.isSame(one.trailer(), given.trailer())
            && one.standing() != Standing.LAPSED
            && one.standing() != Standing.CARRIED_THOUGH_CHANGED);
    if (!known) {
      all.removeIf(one -> one.patch().equals(given.patch())
          && GivenTrailers.isSame(one.trailer(), given.trailer()));
      all.add(given);
    }
  }

  /** What was given before, with what became of it. */
  private static List<FollowUp> carried(SeriesVersion version, List<FollowUp> before) {
    Map<MessageId, PatchStep> steps = new HashMap<>();
    version.steps()
        .forEach(step -> step.before().ifPresent(old -> steps.put(old.message().id(), step)));
    List<FollowUp> carried = new ArrayList<>();
    for (FollowUp given : before) {
      Optional<PatchStep> step = Optional.ofNullable(steps.get(given.patch().message().id()));
      if (step.isEmpty()) {
        // a patch that was not sent anew is the same mail
        if (version.patches().contains(given.patch())) {
          carried.add(given);
        }
      } else if (given.standing() != Standing.LAPSED) {
        step.get().after().ifPresent(next -> carried.add(standing(given, step.get(), next)));
      }
    }
    return carried;
  }

  private static FollowUp standing(FollowUp given, PatchStep step, Patch next) {
    boolean has = next.trailers()
        .stream()
        .anyMatch(own -> GivenTrailers.isSame(own, given.trailer()));
    // who reported a fault did so whatever the patch looks like
    boolean holds = !GivenTrailers.isForOneself(given.trailer())
        || (step.kind() == PatchStep.Kind.UNCHANGED
            && given.standing() != Standing.CARRIED_THOUGH_CHANGED);
    Standing now = holds
        ? has ? Standing.CARRIED : Standing.LOST
        : has ? Standing.CARRIED_THOUGH_CHANGED : Standing.LAPSED;
    // nobody writes a refusal into the own patch
    boolean stands = now == Standing.LOST && GivenTrailers.isRefusal(given.trailer());
    return given.standing(next, stands ? Standing.GIVEN : now);
  }
}
