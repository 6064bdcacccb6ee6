package dev.chesterton.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** From what people write to ids, by name and by digits; revision expressions are not understood. */
final class CommitFinder {

  /** Where a branch name is looked for; tags last. */
  private static final List<String> REF_FOLDERS = List.of("refs/heads/", "refs/remotes/origin/",
      "refs/tags/");

  private final Repository repository;

  CommitFinder(Repository repository) {
    this.repository = repository;
  }

  /** What a branch, tag, full ref name or {@code HEAD} points to: a commit, or a tag of one. */
  Optional<ObjectId> at(String name) throws IOException {
    List<String> candidates = new ArrayList<>();
    if (name.equals(Constants.HEAD) || name.startsWith("refs/")) {
      candidates.add(name);
    }
    REF_FOLDERS.forEach(folder -> candidates.add(folder + name));
    for (String candidate : candidates) {
      if (candidate.equals(Constants.HEAD) || Repository.isValidRefName(candidate)) {
        Ref ref = repository.getRefDatabase().exactRef(candidate);
        if (ref != null && ref.getObjectId() != null) {
          return Optional.of(ref.getObjectId());
        }
      }
    }
    return Optional.empty();
  }

  /** All commits whose id begins so, in ascending order; JGit ends at 256. */
  List<CommitId> beginningWith(String hex) throws IOException {
    List<CommitId> commits = new ArrayList<>();
    try (ObjectReader reader = repository.newObjectReader()) {
      for (ObjectId id : reader.resolve(AbbreviatedObjectId.fromString(hex))) {
        if (isCommit(reader, id)) {
          commits.add(CommitReader.commitId(id));
        }
      }
    }
    return commits.stream().sorted().toList();
  }

  /** The commit, if it is one and is here. */
  Optional<ObjectId> commit(String hex) throws IOException {
    if (!ObjectId.isId(hex)) {
      return Optional.empty();
    }
    ObjectId id = ObjectId.fromString(hex);
    try (ObjectReader reader = repository.newObjectReader()) {
      return isCommit(reader, id) ? Optional.of(id) : Optional.empty();
    }
  }

  private static boolean isCommit(ObjectReader reader, ObjectId id) throws IOException {
    try {
      return reader.open(id).getType() == Constants.OBJ_COMMIT;
    } catch (MissingObjectException e) {
      // JGit takes a full id for found without looking.
      return false;
    }
  }
}
