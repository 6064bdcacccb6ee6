package dev.chesterton.index;

import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Problem;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Opens every document and compares what is stored with what the index says of it. Not for more than one thread. */
final class MailCheck {

  /** One defect may show in all mails; the first say it. */
  private static final int MAX_PROBLEMS = 1_000;

  private final DirectoryReader reader;
  private final ReadLimits limits;
  private final Progress progress;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Long> mailsByList = new TreeMap<>();
  private final Map<String, Long> commitsByTree = new TreeMap<>();
  private long mails;
  private long commits;

  MailCheck(DirectoryReader reader, ReadLimits limits, Progress progress) {
    this.reader = reader;
    this.limits = limits;
    this.progress = progress;
  }

  /** @param summary what the index counts, to be compared */
  List<Problem> problems(StoreSummary summary) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      segment(leaf.reader());
    }
    compare("mails", summary.mails(), mails);
    compare("commits", summary.commits(), commits);
    compare("mails by list", counts(summary.archives()), mailsByList);
    compare("commits by tree", counts(summary.trees()), commitsByTree);
    return List.copyOf(problems);
  }

  private static Map<String, Long> counts(List<StoreSummary.Span> spans) {
    return spans.stream()
        .collect(Collectors.toMap(StoreSummary.Span::name, StoreSummary.Span::count,
            (one, _) -> one, TreeMap::new));
  }

  private void compare(String what, Object indexed, Object found) {
    if (!indexed.equals(found)) {
      problem("counts", what + ": the index says " + indexed + ", there are " + found);
    }
  }

  private void segment(LeafReader segment) throws IOException {
    Bits live = segment.getLiveDocs();
    for (int number = 0; number < segment.maxDoc(); number++) {
      if (live == null || live.get(number)) {
        document(segment, number);
        progress.at(mails + commits, mails + commits, reader.numDocs());
      }
    }
  }

  private void document(LeafReader segment, int number) {
    String name = "document " + number;
    try {
      BytesRef packed = DocumentLookup.binary(segment, Fields.HEAD, number);
      Head head = HeadCodec.unpack(packed.bytes, packed.offset, packed.length);
      name = "'" + head.key() + "'";
      count(head);
      compare(name, "key", key(segment, number), keyOf(head));
      switch (head) {
        case MailHead mail -> mail(segment, number, mail, name);
        case CommitHead commit -> commit(segment.storedFields(), number, commit, name);
      }
    } catch (IOException | RuntimeException e) {
      problem(name, "cannot be opened: " + LuceneStore.said(e));
    }
  }

  private void count(Head head) {
    switch (head) {
      case MailHead mail -> {
        mails++;
        mail.lists().forEach(list -> mailsByList.merge(list, 1L, Long::sum));
      }
      case CommitHead commit -> {
        commits++;
        commit.trees().forEach(tree -> commitsByTree.merge(tree, 1L, Long::sum));
      }
    }
  }

  private static String keyOf(Head head) {
    return switch (head) {
      case MailHead mail -> MailDocument.key(mail.id(), mail.contentHash());
      case CommitHead commit -> commit.key();
    };
  }

  private static String key(LeafReader segment, int number) throws IOException {
    SortedDocValues keys = segment.getSortedDocValues(Fields.KEY);
    if (keys == null || !keys.advanceExact(number)) {
      throw new IOException("no " + Fields.KEY);
    }
    return keys.lookupOrd(keys.ordValue()).utf8ToString();
  }

  private void mail(LeafReader segment, int number, MailHead head, String name)
      throws IOException {
    List<Copy> copies = StoredCopies.of(segment.storedFields(), number);
    Posting posting = PatchParser.read(copies.getFirst().raw(), limits).value();
    compare(name, "head", head, MailDocument.head(posting, copies));
    compare(name, "copies",
        CopiesCodec.unpack(DocumentLookup.binary(segment, Fields.COPIES, number)),
        copies.stream().map(Copy::id).toList());
  }

  private void commit(StoredFields fields, int number, CommitHead head, String name)
      throws IOException {
    Document document = fields.document(number);
    String message = String.valueOf(document.get(Fields.TEXT));
    compare(name, "title", head.title(), message.split("\n", 2)[0]);
  }

  private void compare(String name, String what, Object indexed, Object stored) {
    if (!indexed.equals(stored)) {
      problem(name, what + " in the index is " + indexed + ", what is stored says " + stored);
    }
  }

  private void problem(String where, String what) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new Problem(where, what));
    }
  }
}
