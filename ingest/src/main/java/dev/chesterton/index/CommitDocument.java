package dev.chesterton.index;

import dev.chesterton.change.Citations;
import dev.chesterton.history.Commit;
import dev.chesterton.index.Head.CommitHead;
import java.util.List;
import org.apache.lucene.document.Document;

/** A commit as a Lucene document. */
final class CommitDocument {
  private CommitDocument() {}

  static Document of(Commit commit, List<String> trees, long generation) {
    DocumentWriter document = new DocumentWriter();
    CommitHead head = new CommitHead(commit.id(), commit.title(), commit.author(),
        commit.authored(), commit
            .committed(),
        trees);
    document.head(head, commit.id().hex(), Criterion.Kind.COMMIT);
    document.label(Fields.COMMIT_ID, commit.id().hex());
    trees.forEach(tree -> document.label(Fields.TREE, tree));
    document.text(Fields.TITLE, commit.title());
    document.text(Fields.AUTHOR, commit.author().toString());
    document.text(Fields.TEXT, commit.message());
    Citations.of(commit.message()).forEach(document::cite);
    document.change(ChangeDigest.of(head, commit), commit.change(), commit.message());
    document.stored(Fields.TEXT, commit.message());
    document.packed(Fields.COPIES,
        CopiesCodec.pack(trees.stream().map(CopyId::ofCommit).toList()));
    document.generation(generation);
    return document.done();
  }
}
