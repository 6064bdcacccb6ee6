package dev.chesterton.review;

import dev.chesterton.SampleStore;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.index.Criterion;
import dev.chesterton.index.Index;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.mail.MessageId;
import java.nio.file.Path;
import java.util.List;

/** The store of all samples with a reviewer over it. */
record TestStore(Index index) implements AutoCloseable {

  static TestStore in(Path folder) throws Exception {
    SampleStore samples = SampleStore.in(folder);
    return new TestStore(Index.open(samples.folder()));
  }

  /** A new one each time, which has kept nothing. */
  Reviewer reviewer() {
    return new Reviewer(index, RuleBook.ofProgram());
  }

  /** All patches, newest first. */
  List<MessageId> patches() {
    Criterion patches = new Criterion.OfKind(List.of(Criterion.Kind.PATCH));
    return index.search(new SearchQuery(patches, SearchQuery.Order.NEWEST, 0, 100))
        .heads()
        .stream()
        .map(head -> new MessageId(head.key()))
        .toList();
  }

  @Override
  public void close() {
    index.close();
  }
}
