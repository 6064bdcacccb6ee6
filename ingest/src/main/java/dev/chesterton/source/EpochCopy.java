package dev.chesterton.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Our copy of one epoch, a bare repository that only this class writes.
 *
 * <p>A new one is filled in {@code N.part} and renamed when it is whole, since readers pass over that name. A known one
 * takes new objects first and its ref last, in one rename; what a dead run left of a pack is deleted by the next.
 *
 * <p>An epoch whose history was rewritten, as public-inbox-purge(1) does, is not exchanged for a fresh folder: between
 * two renames a reader would find none, and a purge of one mail would cost the whole epoch again. The new history is
 * fetched beside the old, the ref is moved, and then everything the ref does not reach is repacked away. A file named
 * {@code purge} stands in the folder from before the ref moves until the old packs are deleted, so that a run that dies
 * in between leaves nothing for ever: the next one finishes it first. A reader with open files keeps them; one that has
 * read the old ref but no object yet finds its mails missing, and the new history when it looks again.
 */
final class EpochCopy implements AutoCloseable {
  /** What an update did. */
  enum Outcome {
    SAME, CREATED, FETCHED, REWRITTEN
  }

  private static final String HEAD = "ref: " + JgitEpoch.BRANCH + "\n";

  /** All that git may be told here; version 0 of the protocol sends refs and pack in one answer each. */
  private static final String CONFIG = """
      [core]
      \trepositoryformatversion = 0
      \tbare = true
      \tlogallrefupdates = false
      [gc]
      \tauto = 0
      [protocol]
      \tversion = 0
      """;

  private final Path folder;
  private final Path part;
  private final OfferedEpoch offered;
  private final MirrorLimits limits;

  /** @param list folder of the list's copy */
  EpochCopy(Path list, OfferedEpoch offered, MirrorLimits limits) {
    this.folder = folder(list, offered.number());
    this.part = folder.resolveSibling(offered.number() + ".part");
    this.offered = offered;
    this.limits = limits;
  }

  static Path folder(Path list, int number) {
    return list.resolve("git").resolve(number + ".git");
  }

  /** The epochs that are here, in order. */
  static List<Integer> numbers(Path list) {
    try (Stream<Path> entries = Files.list(list.resolve("git"))) {
      return entries.map(entry -> entry.getFileName().toString())
          .filter(name -> name.matches("[0-9]{1,6}\\.git"))
          .map(name -> Integer.valueOf(name.substring(0, name.indexOf('.'))))
          .sorted()
          .toList();
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Outcome update(SiteConnections connections) throws IOException {
    deleteAll(part);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return create(connections);
    }
    deleteLeftOvers();
    refuseBorrowed();
    write(folder.resolve("config"), CONFIG);
    try (JgitEpoch epoch = new JgitEpoch(folder, limits)) {
      if (Files.exists(mark())) {
        purge(epoch);
      }
      return isUnchanged(epoch) ? Outcome.SAME : fetch(epoch, connections);
    }
  }

  private Outcome create(SiteConnections connections) throws IOException {
    Files.createDirectories(part.resolve("objects/pack"));
    Files.createDirectories(part.resolve("refs/heads"));
    write(part.resolve("config"), CONFIG);
    write(part.resolve("HEAD"), HEAD);
    try (JgitEpoch epoch = new JgitEpoch(part, limits);
        JgitFetch fetch = new JgitFetch(epoch, offered.address(), connections)) {
      Optional<ObjectId> tip = fetch.tip();
      if (tip.isEmpty()) {
        // An epoch is announced before its first mail comes.
        return Outcome.SAME;
      }
      fetch.fetch();
      epoch.checkWhole(tip.get());
      epoch.point(tip.get());
      write(part.resolve(FINGERPRINT), fetch.fingerprint() + " " + tip.get().name());
    }
    Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    return Outcome.CREATED;
  }

  private Outcome fetch(JgitEpoch epoch, SiteConnections connections) throws IOException {
    Optional<ObjectId> old = epoch.tip();
    Outcome outcome = Outcome.SAME;
    try (JgitFetch fetch = new JgitFetch(epoch, offered.address(), connections)) {
      ObjectId tip = fetch.tip()
          .orElseThrow(() -> new IOException("the server has no mail there, ours is kept; delete '"
              + folder + "' if it is to go"));
      if (!old.equals(Optional.of(tip))) {
        fetch.fetch();
        epoch.checkWhole(tip);
        outcome = follow(epoch, tip);
      }
      write(folder.resolve(FINGERPRINT), fetch.fingerprint() + " " + tip.name());
    }
    return outcome;
  }

  private Outcome follow(JgitEpoch epoch, ObjectId tip) throws IOException {
    if (epoch.isAhead(tip)) {
      epoch.point(tip);
      if (epoch.packs() > limits.packs()) {
        epoch.repack();
      }
      return Outcome.FETCHED;
    }
    write(mark(), tip.name());
    epoch.point(tip);
    purge(epoch);
    return Outcome.REWRITTEN;
  }

  private void purge(JgitEpoch epoch) throws IOException {
    epoch.repack();
    Files.delete(mark());
  }

  private Path mark() {
    return folder.resolve("purge");
  }

  private static final String FINGERPRINT = "fingerprint";

  /** The manifest's word suffices where it is the same as when our ref was last found to be the server's. */
  private boolean isUnchanged(JgitEpoch epoch) throws IOException {
    if (offered.fingerprint().isEmpty() || epoch.tip().isEmpty()) {
      return false;
    }
    Path file = folder.resolve(FINGERPRINT);
    String known = offered.fingerprint().get() + " " + epoch.tip().get().name();
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.size(file) == known.length() && Files.readString(file).equals(known);
  }

  /** Packs that a run was receiving or making when it died, and the locks it held; we hold the lock of the store. */
  private void deleteLeftOvers() throws IOException {
    try (Stream<Path> files = Files.find(folder, 4, (file, _) -> isLeftOver(file))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isLeftOver(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("incoming_") || name.startsWith("gc_") || name.startsWith("noz")
        || name.endsWith(".lock") || name.endsWith(".new");
  }

  private void refuseBorrowed() throws IOException {
    Path borrowed = folder.resolve("objects/info/alternates");
    if (Files.exists(borrowed, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("'" + borrowed + "' is not ours; move the epoch away");
    }
  }

  /** In one step, so that no reader finds half of it. */
  private static void write(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text, StandardCharsets.US_ASCII);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void deleteAll(Path top) throws IOException {
    if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> files = Files.walk(top)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** What was begun and is not whole goes at once, not only at the next run. */
  @Override
  public void close() throws IOException {
    deleteAll(part);
  }
}
