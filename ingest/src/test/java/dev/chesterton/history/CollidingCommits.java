package dev.chesterton.history;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** Two commits whose ids share seven digits: among some 20,000 there are such. */
final class CollidingCommits {

  private static final byte[] EMPTY_TREE = new byte[0];

  static List<CommitId> pair(TestTree tree, CommitId parent) throws IOException {
    String treeId = new ObjectInserter.Formatter().idFor(Constants.OBJ_TREE, EMPTY_TREE).name();
    String head = "tree " + treeId + "\nparent " + parent + "\n";
    Map<String, String> restByPrefix = new HashMap<>();
    for (int i = 0;; i++) {
      String rest = "author A <a> 1 +0000\ncommitter A <a> 1 +0000\n\n" + i + "\n";
      ObjectId id = new ObjectInserter.Formatter().idFor(Constants.OBJ_COMMIT,
          Constants.encodeASCII(head + rest));
      String earlier = restByPrefix.put(id.name().substring(0, 7), rest);
      if (earlier != null) {
        return Stream.of(write(tree, parent, earlier), write(tree, parent, rest)).sorted().toList();
      }
    }
  }

  private static CommitId write(TestTree tree, CommitId parent, String rest) throws IOException {
    return tree.commitRaw(Map.of(), Constants.encodeASCII(rest), parent);
  }

  private CollidingCommits() {}
}
