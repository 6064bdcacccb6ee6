package dev.chesterton.history;

import dev.chesterton.source.DataOnlySystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A bare repository made commit by commit; each commit has the files given and no others. */
final class TestTree implements AutoCloseable {

  private final Repository repository;
  private int clock = 1_000_000_000;

  TestTree(Path folder) throws IOException {
    DataOnlySystem.install();
    repository = new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
    repository.create(true);
    repository.updateRef(Constants.HEAD).link("refs/heads/master");
  }

  CommitId commit(Map<String, String> files, CommitId... parents) throws IOException {
    return commit(files, "title " + clock, parents);
  }

  CommitId commit(Map<String, String> files, String message, CommitId... parents)
      throws IOException {
    Map<String, byte[]> bytes = new TreeMap<>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return commitBytes(bytes, message, parents);
  }

  CommitId commitBytes(Map<String, byte[]> files, String message, CommitId... parents)
      throws IOException {
    String ident = "A U Thor <author@example.com> " + clock++ + " +0000\n";
    return commitRaw(files,
        ("author " + ident + "committer " + ident + "\n" + message)
            .getBytes(StandardCharsets.UTF_8),
        parents);
  }

  /** The rest is everything of the commit object behind its parents; master points to it then. */
  CommitId commitRaw(Map<String, byte[]> files, byte[] rest, CommitId... parents)
      throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      StringBuilder head = new StringBuilder("tree " + tree(files, inserter).name() + "\n");
      for (CommitId parent : parents) {
        head.append("parent ").append(parent).append('\n');
      }
      byte[] start = head.toString().getBytes(StandardCharsets.US_ASCII);
      byte[] whole = new byte[start.length + rest.length];
      System.arraycopy(start, 0, whole, 0, start.length);
      System.arraycopy(rest, 0, whole, start.length, rest.length);
      ObjectId id = inserter.insert(Constants.OBJ_COMMIT, whole);
      inserter.flush();
      point("refs/heads/master", new CommitId(id.name()));
      return new CommitId(id.name());
    }
  }

  void point(String ref, CommitId id) throws IOException {
    RefUpdate update = repository.updateRef(ref);
    update.setNewObjectId(ObjectId.fromString(id.hex()));
    update.forceUpdate();
  }

  private static ObjectId tree(Map<String, byte[]> files, ObjectInserter inserter)
      throws IOException {
    DirCache cache = DirCache.newInCore();
    DirCacheBuilder builder = cache.builder();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      DirCacheEntry entry = new DirCacheEntry(file.getKey());
      entry.setFileMode(FileMode.REGULAR_FILE);
      entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.getValue()));
      builder.add(entry);
    }
    builder.finish();
    return cache.writeTree(inserter);
  }

  @Override
  public void close() {
    repository.close();
  }
}
