package dev.chesterton.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.GC;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.storage.pack.PackConfig;
import org.eclipse.jgit.transport.PackParser;

/** A repository of ours as JGit writes it: objects, and one branch whatever the server calls its own. */
final class JgitEpoch implements AutoCloseable {
  static final String BRANCH = "refs/heads/master";

  /** After every file there can be; JGit spares packs and objects that are younger than a date. */
  private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

  private final Path folder;
  private final LimitedRepository repository;

  JgitEpoch(Path folder, MirrorLimits limits) throws IOException {
    this.folder = folder;
    this.repository = new LimitedRepository(folder, limits.objectBytes());
  }

  Repository repository() {
    return repository;
  }

  Optional<ObjectId> tip() throws IOException {
    return Optional.ofNullable(repository.exactRef(BRANCH)).map(Ref::getObjectId);
  }

  /** Nothing that a commit of ours did not have before is missing below this one. */
  void checkWhole(ObjectId commit) throws IOException {
    try (ObjectWalk walk = new ObjectWalk(repository)) {
      walk.markStart(walk.parseCommit(commit));
      Optional<ObjectId> known = tip();
      if (known.isPresent()) {
        walk.markUninteresting(walk.parseCommit(known.get()));
      }
      walk.checkConnectivity();
    }
  }

  /** The branch can move on to the commit without leaving one behind. */
  boolean isAhead(ObjectId commit) throws IOException {
    Optional<ObjectId> known = tip();
    if (known.isEmpty()) {
      return true;
    }
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.isMergedInto(walk.parseCommit(known.get()), walk.parseCommit(commit));
    }
  }

  /** Moves the branch, whatever it was; in one rename, with a lock file beside it. */
  void point(ObjectId commit) throws IOException {
    RefUpdate update = repository.updateRef(BRANCH);
    update.setNewObjectId(commit);
    update.disableRefLog();
    RefUpdate.Result result = update.forceUpdate();
    switch (result) {
      case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {
      }
      default ->
        throw new IOException("cannot write '" + BRANCH + "' in '" + folder + "': " + result);
    }
  }

  int packs() throws IOException {
    return list("objects/pack", ".*\\.pack").size();
  }

  /**
   * Puts all that the branch reaches in one pack and deletes everything else at once: what it does not reach, mail that
   * was purged, must not stay on the disk.
   *
   * @throws IOException also when something could not be deleted, which JGit itself passes over
   */
  void repack() throws IOException {
    GC gc = new GC(repository);
    gc.setExpire(NEVER);
    gc.setPackExpire(NEVER);
    gc.setPackConfig(reusing());
    try {
      gc.repack();
      gc.prune(Set.of());
    } catch (java.text.ParseException e) {
      throw new IOException(e);
    }
    if (packs() != 1 || !list("objects", "[0-9a-f]{2}").isEmpty()) {
      throw new IOException(
          "old mails could not be deleted from '" + folder.resolve("objects") + "'");
    }
  }

  /** Deltas are taken over as the server made them; to look for better ones would take hours. */
  private PackConfig reusing() {
    PackConfig config = new PackConfig(repository);
    config.setDeltaCompress(false);
    config.setBuildBitmaps(false);
    config.setSinglePack(true);
    return config;
  }

  private List<Path> list(String below, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(below))) {
      return files.filter(file -> file.getFileName().toString().matches(name)).toList();
    }
  }

  @Override
  public void close() {
    repository.close();
  }

  /** Takes no object that is larger than it should be; JGit would ask the configuration, for pushes only. */
  private static final class LimitedRepository extends FileRepository {
    private final long maxObjectBytes;

    LimitedRepository(Path folder, long maxObjectBytes) throws IOException {
      super(new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().setup());
      this.maxObjectBytes = maxObjectBytes;
    }

    @Override
    public ObjectInserter newObjectInserter() {
      ObjectInserter inserter = super.newObjectInserter();
      return new ObjectInserter.Filter() {
        @Override
        protected ObjectInserter delegate() {
          return inserter;
        }

        @Override
        public PackParser newPackParser(InputStream in) throws IOException {
          PackParser parser = super.newPackParser(in);
          parser.setMaxObjectSizeLimit(maxObjectBytes);
          return parser;
        }
      };
    }
  }
}
