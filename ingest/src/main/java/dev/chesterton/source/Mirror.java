package dev.chesterton.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps copies of mail archives, the epochs of a public-inbox, in {@code mirror/LIST/git/N.git} of a store; beside the
 * index, so that a rebuild of it leaves them. It speaks to the server of the address it is given and to no other, and
 * it is the one place of the house that opens a connection on its own account.
 *
 * <p>Objects come first and the ref last, so a reader meanwhile sees an epoch as it was or as it is. What breaks off is
 * reported, and fetched again by the next run; the other epochs go on.
 */
public final class Mirror implements AutoCloseable {
  private final Path folder;
  private final MirrorLimits limits;
  private final ProcessLock lock;

  /**
   * Takes the lock of the store's copies; the caller closes it.
   *
   * @param store folder of the store; made where there is none
   * @param holder who mirrors, in words, for the message another gets
   * @throws MirrorLockedException when another does
   * @throws ArchiveException when the store cannot be written
   */
  public Mirror(Path store, String holder) {
    this(store, holder, MirrorLimits.DEFAULT);
  }

  /** As above, taking no more than that from a server. */
  public Mirror(Path store, String holder, MirrorLimits limits) {
    DataOnlySystem.install();
    this.folder = folder(store);
    this.limits = limits;
    this.lock = lock(folder, holder);
  }

  private static ProcessLock lock(Path folder, String holder) {
    try {
      return ProcessLock.take(folder.resolve(".lock"), holder,
          other -> new MirrorLockedException("'" + folder + "' is being written by " + other
              + ": try again when it is done"));
    } catch (IOException e) {
      throw new ArchiveException("cannot write '" + folder + "': " + Cause.of(e)
          + "; change its owner, or name another store", e);
    }
  }

  /** Where the copies of a store are. */
  public static Path folder(Path store) {
    return store.resolve("mirror");
  }

  /** The folder of one list's copy, as {@link MailSources#open} takes it; it need not exist. */
  public static Path folder(Path store, String list) {
    return folder(store).resolve(safe(list));
  }

  /** What is wrong with an address to mirror from; empty where it can be asked. */
  public static Optional<String> complaint(URI address) {
    return MirrorSite.complaint(address);
  }

  /**
   * The lists at an address, in the order of their names, and what of them is refused.
   *
   * @param address of an inbox, of a server or folder above many, or of its {@code manifest.js.gz}
   * @throws ArchiveException when it cannot be reached (with the cause), or has no archive
   */
  public Parsed<List<OfferedList>> lists(URI address) {
    complaint(address).ifPresent(complaint -> {
      throw new ArchiveException("cannot mirror '" + address + "': an address " + complaint);
    });
    return new ListFinder(address, connections(address), limits).find();
  }

  /**
   * Brings the copy of one list up to date.
   *
   * @param name it is kept under; where there are many lists at the address, the one of this name
   * @throws ArchiveException when the address cannot be reached (with the cause), or has no such list
   */
  public MirrorReport update(String name, URI address) {
    Parsed<List<OfferedList>> found = lists(address);
    List<OfferedList> lists = found.value();
    if (lists.size() == 1) {
      MirrorReport report = update(lists.getFirst().named(name));
      List<Problem> failed = new ArrayList<>(found.problems());
      failed.addAll(report.failed());
      return new MirrorReport(name, report.epochs(), report.created(), report.fetched(),
          report.rewritten(), failed);
    }
    return lists.stream()
        .filter(list -> list.name().equals(name))
        .findFirst()
        .map(this::update)
        .orElseThrow(() -> new ArchiveException("no list '" + name + "' among the " + lists.size()
            + " at '" + address + "'; name the address of one list"));
  }

  /**
   * Brings the copy of a list up to date that {@link #lists} found.
   *
   * @throws ArchiveException when its name cannot be that of a folder
   */
  public MirrorReport update(OfferedList list) {
    Path copy = folder.resolve(safe(list.name()));
    Map<EpochCopy.Outcome, Integer> counts = new EnumMap<>(EpochCopy.Outcome.class);
    List<Problem> failed = new ArrayList<>();
    for (OfferedEpoch epoch : list.epochs()) {
      try (EpochCopy epochCopy = new EpochCopy(copy, epoch, limits)) {
        counts.merge(epochCopy.update(connections(epoch.address())), 1, Integer::sum);
      } catch (IOException | RuntimeException e) {
        // JGit throws unchecked ones at what is too odd; the other epochs are to go on.
        failed.add(new Problem(place(list.name(), epoch.number()), "not fetched from '"
            + epoch.address() + "': " + Cause.of(e) + "; the next run tries again"));
      }
    }
    failed.addAll(noLongerServed(list, copy));
    return new MirrorReport(list.name(), list.epochs().size(),
        count(counts, EpochCopy.Outcome.CREATED),
        count(counts, EpochCopy.Outcome.FETCHED), count(counts, EpochCopy.Outcome.REWRITTEN),
        failed);
  }

  private static int count(Map<EpochCopy.Outcome, Integer> counts, EpochCopy.Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  /** They are kept: a server that has lost an epoch must not take ours along. */
  private static List<Problem> noLongerServed(OfferedList list, Path copy) {
    List<Integer> served = list.epochs().stream().map(OfferedEpoch::number).toList();
    return EpochCopy.numbers(copy)
        .stream()
        .filter(number -> !served.contains(number))
        .map(number -> new Problem(place(list.name(), number),
            "is no longer on the server and is kept;"
                + " delete '" + EpochCopy.folder(copy, number) + "' if its mails are to go"))
        .toList();
  }

  private static String place(String list, int epoch) {
    return list + "/git/" + epoch + ".git";
  }

  private SiteConnections connections(URI address) {
    return new SiteConnections(MirrorSite.of(address), limits);
  }

  private static String safe(String list) {
    if (!ManifestEntry.LIST.matcher(list).matches()) {
      throw new ArchiveException("'" + list + "' cannot be the name of a list here; give it one of"
          + " letters, digits, '.', '_' and '-' with --list");
    }
    return list;
  }

  @Override
  public void close() {
    lock.close();
  }
}
