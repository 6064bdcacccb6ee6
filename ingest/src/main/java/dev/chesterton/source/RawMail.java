package dev.chesterton.source;

import java.util.List;

/** One mail as bytes, with its place. The bytes are shared, not copied: whoever holds one must not write to it. */
public final class RawMail {

  /** What kind of text the bytes are. */
  public enum Form {
    /** A mail as it was sent: header block, empty line, body (RFC 5322). */
    MAIL,
    /** The text of an archive's web page, saved or pasted: headers in words or none, quote marks perhaps lost. */
    SAVED_COPY,
    /** The page itself, or the part of it that shows one mail: HTML. */
    SAVED_PAGE
  }

  /** With this begins the part of a page that answers a mail on the same page; the link to that mail follows. */
  public static final String PARENT = "<!-- parent=\"";

  private final byte[] bytes;
  private final Provenance provenance;
  private final Form form;
  private final List<Problem> problems;

  public RawMail(byte[] bytes, Provenance provenance, Form form) {
    this(bytes, provenance, form, List.of());
  }

  /** As above, with what went wrong on the way to these bytes: a cut, for instance. */
  public RawMail(byte[] bytes, Provenance provenance, Form form, List<Problem> problems) {
    this.bytes = bytes;
    this.provenance = provenance;
    this.form = form;
    this.problems = List.copyOf(problems);
  }

  public byte[] bytes() {
    return bytes;
  }

  public Provenance provenance() {
    return provenance;
  }

  public Form form() {
    return form;
  }

  /** Empty when the bytes are whole; the parser of the mail hands them on. */
  public List<Problem> problems() {
    return problems;
  }
}
