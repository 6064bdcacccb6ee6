package dev.chesterton.index;

import dev.chesterton.change.Change;
import dev.chesterton.change.Citation;
import dev.chesterton.change.DiffLine;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.FixSign;
import dev.chesterton.change.Hunk;
import dev.chesterton.change.MaskedId;
import dev.chesterton.patch.TitleKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** Fills one Lucene document with the kinds of field this index has. */
final class DocumentWriter {

  /** Terms without positions, counts or norms: present or not. */
  private static final FieldType TERMS = new FieldType();

  /** Words with positions, for phrases. */
  private static final FieldType WORDS = new FieldType();

  static {
    TERMS.setTokenized(true);
    TERMS.setOmitNorms(true);
    TERMS.setIndexOptions(IndexOptions.DOCS);
    TERMS.freeze();
    WORDS.setTokenized(true);
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    WORDS.freeze();
  }

  private final Document document = new Document();
  private final Set<Term> labels = new HashSet<>();

  Document done() {
    return document;
  }

  void head(Head head, String key, Criterion.Kind kind) {
    document.add(new StringField(Fields.KEY, key, Field.Store.NO));
    document.add(new SortedDocValuesField(Fields.KEY, new BytesRef(key)));
    document
        .add(new NumericDocValuesField(Fields.IS_COMMIT, kind == Criterion.Kind.COMMIT ? 1 : 0));
    document.add(new StringField(Fields.KIND, kind.name(), Field.Store.NO));
    document.add(new LongField(Fields.DATE, head.instant().getEpochSecond(), Field.Store.NO));
    packed(Fields.HEAD, HeadCodec.pack(head));
  }

  void generation(long generation) {
    document.add(new NumericDocValuesField(Fields.WRITTEN, generation));
  }

  void text(String field, String text) {
    document.add(new Field(field, WordStream.ofText(text), WORDS));
  }

  /** A term of eight bytes. */
  void number(String field, long value) {
    document.add(new StringField(field, LineKeyStream.term(value), Field.Store.NO));
  }

  /** Added once, however often it is given. */
  void label(String field, String value) {
    Term term = Fields.term(field, value);
    if (labels.add(term)) {
      document.add(new StringField(field, term.bytes(), Field.Store.NO));
    }
  }

  void packed(String field, byte[] bytes) {
    document.add(new BinaryDocValuesField(field, new BytesRef(bytes)));
  }

  void stored(String field, byte[] bytes) {
    document.add(new StoredField(field, bytes));
  }

  void stored(String field, String text) {
    document.add(new StoredField(field, text));
  }

  /**
   * Paths, patch-id, title, line keys and identifiers; nothing for an empty change.
   *
   * @param log what shows whether it is a fix
   */
  void change(ChangeDigest digest, Change change, String log) {
    if (change.isEmpty()) {
      return;
    }
    packed(Fields.DIGEST, DigestCodec.pack(digest));
    number(Fields.SENT, digest.made().getEpochSecond());
    terms(Fields.TITLE_KEY, new LineKeyStream(TitleKeys.of(digest.title())));
    document.add(new NumericDocValuesField(Fields.FAMILY,
        TallyLookup.family(digest.title(), FixSign.isFix(digest.title(), log))));
    digest.paths().forEach(path -> label(Fields.PATH, path.value()));
    digest.patchId().ifPresent(id -> label(Fields.PATCH_ID, id.hex()));
    digest.changeId().ifPresent(id -> label(Fields.CHANGE_ID, id.value()));
    terms(Fields.ADDED_KEY, new LineKeyStream(digest.added()));
    terms(Fields.REMOVED_KEY, new LineKeyStream(digest.removed()));
    terms(Fields.ADDED_WORD, WordStream.ofIdentifiers(lines(change, DiffLine.Kind.ADDED)));
    terms(Fields.REMOVED_WORD, WordStream.ofIdentifiers(lines(change, DiffLine.Kind.REMOVED)));
  }

  private static List<String> lines(Change change, DiffLine.Kind kind) {
    List<String> lines = new ArrayList<>();
    for (FileChange file : change.files()) {
      for (Hunk hunk : file.hunks()) {
        for (DiffLine line : hunk.lines()) {
          if (line.kind() == kind) {
            lines.add(line.text());
          }
        }
      }
    }
    return lines;
  }

  void cite(Citation citation) {
    switch (citation) {
      case Citation.OfCommit commit -> label(Fields.CITED_COMMIT, commit.hex());
      case Citation.OfMail mail when !mail.masked() -> label(Fields.CITED_MAIL, mail.messageId());
      case Citation.OfTest test -> test.each().forEach(name -> label(Fields.TEST, name));
      case Citation.OfMail mail -> MaskedId.of(mail)
          .ifPresent(masked -> label(Fields.CITED_MASK, masked.toString()));
      case Citation.OfBug bug -> label(Fields.BUG, bug.id());
      case Citation.OfTrace trace -> label(Fields.TRACE, trace.function());
    }
  }

  private void terms(String field, TokenStream stream) {
    document.add(new Field(field, stream, TERMS));
  }
}
