package dev.chesterton.index;

import org.apache.lucene.index.Term;

/** Names of the fields of the index; a change here is a new {@link #SCHEMA}. */
final class Fields {

  /** Stored with each commit of the index; another number there means rebuild. */
  static final String SCHEMA = "6";

  /** Identity of a document: id and content hash of a mail, id of a commit; in doc values too, to break ties. */
  static final String KEY = "key";
  static final String KIND = "kind";
  /** 1 for a commit, 0 for a mail; in doc values, for the line lookup. */
  static final String IS_COMMIT = "iscommit";
  static final String MESSAGE_ID = "mid";
  static final String COMMIT_ID = "cid";
  static final String LIST = "list";
  static final String TREE = "tree";
  /** Ids in In-Reply-To and References. */
  static final String REFERENCE = "ref";
  static final String DATE = "date";
  static final String TITLE = "title";
  static final String AUTHOR = "author";
  static final String TEXT = "text";
  /** Line keys, eight bytes each. */
  static final String ADDED_KEY = "add";
  static final String REMOVED_KEY = "del";
  static final String ADDED_WORD = "addword";
  static final String REMOVED_WORD = "delword";
  /** Title of a change as a number, and whether it is a fix, in doc values: {@link TallyLookup#family}. */
  static final String FAMILY = "family";
  static final String PATH = "path";
  static final String PATCH_ID = "patchid";
  static final String CHANGE_ID = "changeid";
  /** {@link dev.chesterton.patch.TitleKeys} of a change, eight bytes each. */
  static final String TITLE_KEY = "titlekey";
  /** Second in which a mail was sent or a commit authored, eight bytes; a date to the second finds one change. */
  static final String SENT = "sent";
  /** What a {@link ChangeDigest} has besides its head, packed, in doc values. */
  static final String DIGEST = "digest";
  static final String CITED_COMMIT = "citescommit";
  static final String CITED_MAIL = "citesmail";
  /** {@link dev.chesterton.change.MaskedId} of mails cited with a hidden domain. */
  static final String CITED_MASK = "citesmask";
  static final String TEST = "test";
  static final String BUG = "bug";
  static final String TRACE = "trace";
  /** A {@link Head}, packed; in doc values, so that a list of results opens no stored mail. */
  static final String HEAD = "head";
  /** Own ids and ids referred to, packed, in doc values. */
  static final String LINKS = "links";
  static final String RAW = "raw";
  static final String PLACE = "place";
  /** {@link CopyId} of each copy, packed, in doc values. */
  static final String COPIES = "copies";
  /** {@link CopyId#hash} of each copy, eight bytes. */
  static final String COPY = "copy";
  /** {@link CopyId#source} of each copy, eight bytes. */
  static final String SOURCE = "source";
  /** Generation of the store in which the document was last written, in doc values. */
  static final String WRITTEN = "written";

  /** Longer values are cut; Lucene takes terms up to 32,766 bytes. */
  private static final int MAX_TERM_CHARS = 1_000;

  private Fields() {}

  /** The term under which a value is written and looked up; values that begin with the same 1,000 characters share it. */
  static Term term(String field, String value) {
    return new Term(field, cut(value, 0));
  }

  /** Leaves room for what is put behind the value in the same term. */
  static String cut(String value, int room) {
    int max = MAX_TERM_CHARS - room;
    if (value.length() <= max) {
      return value;
    }
    boolean splitsPair = Character.isHighSurrogate(value.charAt(max - 1));
    return value.substring(0, splitsPair ? max - 1 : max);
  }
}
