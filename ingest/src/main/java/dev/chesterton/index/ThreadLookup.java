package dev.chesterton.index;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.mail.MessageId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Finds the mails of a thread by following reply headers both ways until nothing new turns up, so that the order in
 * which mails came in does not matter and a late parent joins two threads by itself.
 */
final class ThreadLookup {
  private final Documents documents;
  private final Map<Integer, LinksCodec> found = new HashMap<>();
  private final Set<MessageId> asked = new HashSet<>();

  ThreadLookup(Documents documents) {
    this.documents = documents;
  }

  List<ThreadMember> thread(MessageId id) throws IOException {
    Set<MessageId> next = Set.of(id);
    while (!next.isEmpty() && found.size() < Index.MAX_THREAD) {
      next = follow(next);
    }
    List<ThreadMember> members = new ArrayList<>();
    for (Map.Entry<Integer, LinksCodec> entry : found.entrySet()) {
      if (documents.head(entry.getKey()) instanceof MailHead head) {
        members.add(
            new ThreadMember(head, entry.getValue().inReplyTo(), entry.getValue().references()));
      }
    }
    members.sort(Comparator.comparing(ThreadMember::head, Orders.BY_DATE));
    return members.subList(0, Math.min(members.size(), Index.MAX_THREAD));
  }

  private Set<MessageId> follow(Set<MessageId> ids) throws IOException {
    asked.addAll(ids);
    Set<MessageId> next = new HashSet<>();
    for (int document : mentioning(ids)) {
      if (!found.containsKey(document)) {
        LinksCodec links = documents.links(document);
        found.put(document, links);
        links.all().filter(id -> !asked.contains(id)).forEach(next::add);
      }
    }
    return next;
  }

  /** Where there are too many, the oldest. */
  private int[] mentioning(Collection<MessageId> ids) throws IOException {
    TermDocuments mentioning = new TermDocuments(documents.searcher().getIndexReader());
    for (MessageId id : ids) {
      mentioning.add(Fields.term(Fields.MESSAGE_ID, id.value()));
      mentioning.add(Fields.term(Fields.REFERENCE, id.value()));
    }
    return mentioning.count() <= Index.MAX_THREAD
        ? mentioning.numbers()
        : documents.first(query(ids), Orders.OLDEST_FIRST, Index.MAX_THREAD);
  }

  private static Query query(Collection<MessageId> ids) {
    List<BytesRef> terms = ids.stream()
        .map(id -> Fields.term(Fields.MESSAGE_ID, id.value()).bytes())
        .toList();
    return new BooleanQuery.Builder()
        .add(new TermInSetQuery(Fields.MESSAGE_ID, terms), BooleanClause.Occur.SHOULD)
        .add(new TermInSetQuery(Fields.REFERENCE, terms), BooleanClause.Occur.SHOULD)
        .build();
  }
}
