package dev.chesterton.index;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.mail.Message;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.document.Document;

/** A mail as a Lucene document. */
final class MailDocument {
  private final DocumentWriter document = new DocumentWriter();

  private MailDocument() {}

  /**
   * @param posting what the first copy is read as
   * @param copies in their order, none twice
   * @param generation of the store in which the document becomes visible
   */
  static Document of(Posting posting, List<Copy> copies, long generation) {
    MailDocument mail = new MailDocument();
    mail.write(posting, copies);
    mail.document.generation(generation);
    return mail.document.done();
  }

  static String key(Message message) {
    return key(message.id(), message.contentHash());
  }

  /** The hash behind a cut id, so that it is never cut off itself. */
  static String key(MessageId id, String contentHash) {
    return Fields.cut(id.value(), contentHash.length() + 1) + "\n" + contentHash;
  }

  static MailHead head(Posting posting, List<Copy> copies) {
    Message message = posting.message();
    List<String> lists = List.copyOf(new TreeSet<>(copies.stream().map(Copy::list).toList()));
    return new MailHead(message.id(), message.contentHash(), MailKind.of(posting),
        message.subject(),
        message.author(), message.date().at(), lists);
  }

  private void write(Posting posting, List<Copy> copies) {
    Message message = posting.message();
    MailHead head = head(posting, copies);
    document.head(head, key(message), Criterion.Kind.valueOf(head.kind().name()));
    document.text(Fields.TITLE, message.subject());
    document.text(Fields.AUTHOR, message.author().toString());
    document.text(Fields.TEXT, textWithoutDiff(posting));
    head.lists().forEach(list -> document.label(Fields.LIST, list));
    writeLinks(LinksCodec.of(message));
    posting.citations().forEach(document::cite);
    writeChange(head, posting);
    writeCopies(copies);
  }

  private void writeCopies(List<Copy> copies) {
    int number = -1;
    Optional<CopyId> before = Optional.empty();
    for (Copy copy : copies) {
      long bytes = copy.id().bytes();
      if (before.isEmpty() || before.get().bytes() != bytes) {
        document.stored(Fields.RAW, copy.raw().bytes());
        number++;
      }
      before = Optional.of(copy.id());
      document.stored(Fields.PLACE, PlaceCodec.pack(copy, number));
      document.number(Fields.SOURCE, copy.id().source());
      document.number(Fields.COPY, copy.id().hash());
    }
    document.packed(Fields.COPIES, CopiesCodec.pack(copies.stream().map(Copy::id).toList()));
  }

  private void writeLinks(LinksCodec links) {
    links.own().forEach(id -> document.label(Fields.MESSAGE_ID, id.value()));
    links.inReplyTo().forEach(id -> document.label(Fields.REFERENCE, id.value()));
    links.references().forEach(id -> document.label(Fields.REFERENCE, id.value()));
    document.packed(Fields.LINKS, links.pack());
  }

  private void writeChange(MailHead head, Posting posting) {
    ChangeDigest digest = ChangeDigest.of(head, posting);
    switch (posting) {
      case Posting.Patch patch -> document.change(digest, patch.change(), patch.log());
      case Posting.Reply reply -> document.change(digest, reply.change(), "");
      case Posting.Letter letter -> document.change(digest, letter.change(), "");
      case Posting.CoverLetter _ -> {
      }
    }
  }

  /** Changed lines have fields of their own; analysing the diff as prose too would double the cost of a patch. */
  private static String textWithoutDiff(Posting posting) {
    return posting instanceof Posting.Patch patch
        ? patch.log() + "\n" + patch.notes()
        : posting.message().text();
  }
}
