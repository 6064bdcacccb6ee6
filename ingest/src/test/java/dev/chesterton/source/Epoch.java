package dev.chesterton.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Writes a small epoch; commits are raw text, so that they can be as odd as real ones. */
final class Epoch implements AutoCloseable {
  private final Repository repository;
  private String head = "";

  Epoch(Path folder) throws IOException {
    DataOnlySystem.install();
    repository = new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
    repository.create(true);
  }

  /** Adds a commit with one file; the id of the commit. */
  String commit(String file, String mail, String dateAndZone) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId blob = inserter.insert(Constants.OBJ_BLOB, mail.getBytes(StandardCharsets.UTF_8));
      return commit(inserter, file, blob, dateAndZone);
    }
  }

  /** Adds a commit whose mail is not there. */
  String commitMissing(String file) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      return commit(inserter, file,
          ObjectId.fromString("00000000000000000000000000000000deadbeef"), "1600000000 +0000");
    }
  }

  /** Adds a commit whose mail {@linkplain #bring comes} later. */
  String commitLater(String file, String mail) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      return commit(inserter, file,
          inserter.idFor(Constants.OBJ_BLOB, mail.getBytes(StandardCharsets.UTF_8)),
          "1600000000 +0000");
    }
  }

  void bring(String mail) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      inserter.insert(Constants.OBJ_BLOB, mail.getBytes(StandardCharsets.UTF_8));
      inserter.flush();
    }
  }

  private String commit(ObjectInserter inserter, String file, ObjectId blob, String dateAndZone)
      throws IOException {
    TreeFormatter tree = new TreeFormatter();
    tree.append(file, FileMode.REGULAR_FILE, blob);
    String text = "tree " + inserter.insert(tree).name() + "\n"
        + (head.isEmpty() ? "" : "parent " + head + "\n") + "author A U <a@example.org> "
        + dateAndZone + "\ncommitter list <l@example.org> " + dateAndZone + "\n\nsubject\n";
    ObjectId commit = inserter.insert(Constants.OBJ_COMMIT,
        text.getBytes(StandardCharsets.US_ASCII));
    inserter.flush();
    point(commit.name());
    return head;
  }

  /** Rewrites history: further commits follow on this one, or on none. */
  void point(String commit) throws IOException {
    head = commit;
    if (!commit.isEmpty()) {
      RefUpdate update = repository.updateRef(Constants.HEAD);
      update.setNewObjectId(ObjectId.fromString(commit));
      update.forceUpdate();
    }
  }

  Path folder() {
    return repository.getDirectory().toPath();
  }

  void write(String file, String text) throws IOException {
    Path path = folder().resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Override
  public void close() {
    repository.close();
  }
}
