package dev.chesterton.index;

import dev.chesterton.change.Change;
import dev.chesterton.change.LineKey;
import dev.chesterton.index.LineQuery.Among;
import dev.chesterton.index.LineQuery.Side;
import dev.chesterton.patch.Posting;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All that a store can say, line by line, so that two stores can be compared. */
final class Everything {
  private static final Instant LATE = Instant.parse("2100-01-01T00:00:00Z");
  private static final int MANY = 5_000;

  /** Small enough to cut among ties. */
  private static final int FEW = 3;

  private static final List<String> SEARCHES = List.of("cairnfs page", "fixup", "\"fixup worker\"",
      "s:cairnfs", "-s:patch", "l:alpha", "dfa:cairnfs_writepage_cow_fixup OR dirty", "writep*");

  private final Index index;
  private final List<String> lines = new ArrayList<>();

  private Everything(Index index) {
    this.index = index;
  }

  static List<String> of(Path store) {
    try (Index index = Index.open(store)) {
      Everything everything = new Everything(index);
      everything.tell();
      return everything.lines;
    }
  }

  private void tell() {
    StoreSummary summary = index.summary();
    say("summary", summary.mails(), summary.patches(), summary.commits(), summary.archives(),
        summary.trees());
    SEARCHES.forEach(this::search);
    Criterion all = new Criterion.All(List.of());
    Hits hits = index.search(new SearchQuery(all, SearchQuery.Order.OLDEST, 0, MANY));
    say("all", hits.count(), hits.exact());
    hits.heads().forEach(this::head);
  }

  private void search(String text) {
    Criterion criterion = SearchSyntax.parse(text).criterion();
    for (SearchQuery.Order order : SearchQuery.Order.values()) {
      say(text, order, index.search(new SearchQuery(criterion, order, 0, MANY)));
      say(text, order, "page", index.search(new SearchQuery(criterion, order, 2, FEW)));
    }
  }

  private void head(Head head) {
    say("head", head);
    switch (head) {
      case Head.MailHead mail -> mail(mail);
      case Head.CommitHead commit -> commit(commit);
    }
  }

  private void mail(Head.MailHead head) {
    say("thread", index.thread(head.id()));
    say("answers", index.answers(head.id()));
    say("change", index.changes(new ChangeQuery.OfMail(head.id()), Among.MAILS, LATE, FEW));
    say("second", index.changes(new ChangeQuery.MadeAt(head.instant()), Among.MAILS, LATE, FEW));
    say("commits", index.commitsLinking(head.id(), LATE, FEW));
    for (StoredMail mail : index.mails(head.id())) {
      say("mail", mail.head(), mail.place(), Arrays.hashCode(mail.raw().bytes()), mail.problems(),
          mail.posting());
      new TreeSet<>(Stream.of(mail.posting().message().subject().split("\\W+")).toList())
          .forEach(word -> say("word", word, index.frequency(word)));
      posting(mail.posting());
    }
  }

  private void posting(Posting posting) {
    switch (posting) {
      case Posting.Patch patch -> {
        patch.patchId()
            .ifPresent(id -> say("patch-id",
                index.changes(new ChangeQuery.WithPatchId(id), Among.MAILS, LATE, FEW)));
        say("titled",
            index.changes(new ChangeQuery.Titled(patch.subject().title()), Among.MAILS, LATE, FEW));
        change(patch.change());
      }
      case Posting.Reply reply -> change(reply.change());
      case Posting.Letter letter -> change(letter.change());
      case Posting.CoverLetter _ -> {
      }
    }
  }

  private void commit(Head.CommitHead head) {
    String hex = head.id().hex();
    say("change", index.commitChange(head.id()));
    say("commit", index.commit(head.id()), index.commits(hex.substring(0, 2), FEW));
    for (String digits : List.of(hex, hex.substring(0, 12), hex.substring(0, 8))) {
      say("cited", index.citing(digits, LATE, FEW), index.commitsCiting(digits, LATE, FEW));
    }
  }

  private void change(Change change) {
    change.removedKeys().stream().forEach(key -> say("line", index.occurrences(new LineKey(key))));
    for (Side side : Side.values()) {
      for (Among among : Among.values()) {
        for (int limit : List.of(FEW, MANY)) {
          say("overlap", index.overlapping(
              new LineQuery(change.removedKeys(), side, among, LATE, limit)));
          say("overlap", index.overlapping(
              new LineQuery(change.addedKeys(), side, among, LATE, limit)));
        }
      }
    }
  }

  private void say(Object... parts) {
    lines.add(Arrays.deepToString(parts));
  }
}
