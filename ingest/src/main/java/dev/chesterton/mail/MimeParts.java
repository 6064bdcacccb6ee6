package dev.chesterton.mail;

import dev.chesterton.source.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Takes a mail apart (RFC 2046) into the parts that have none of their own, in order.
 *
 * <p>Own code and a work list instead of mime4j's stream, where the text of a multipart that lacks its boundary is lost
 * and each level of nesting reads all bytes again; mime4j decodes what is inside. Limits: parts, depth, and length of
 * boundaries, as in public-inbox and Postfix.
 */
final class MimeParts {
  private final ReadLimits limits;
  private final ProblemList problems;
  private final Deque<Piece> pending = new ArrayDeque<>();
  private final List<MimePart> parts = new ArrayList<>();

  private MimeParts(ReadLimits limits, ProblemList problems) {
    this.limits = limits;
    this.problems = problems;
  }

  static List<MimePart> of(byte[] mail, Headers headers, ReadLimits limits, ProblemList problems) {
    MimeParts reader = new MimeParts(limits, problems);
    reader.sort(new Piece("", new Slice(mail, headers.bodyStart(), mail.length), MimeGroup.mail()),
        headers);
    reader.readPending();
    return List.copyOf(reader.parts);
  }

  private void readPending() {
    while (!pending.isEmpty()) {
      if (parts.size() >= limits.maxParts()) {
        problems.add("more than " + limits.maxParts() + " parts; the rest is left out");
        return;
      }
      Piece piece = pending.pop();
      Headers headers = Headers.of(piece.bytes, limits, problems);
      sort(piece.startingAt(headers.bodyStart()), headers);
    }
  }

  private void sort(Piece piece, Headers headers) {
    ContentType type = type(headers, piece.group);
    if (type.isMultipart() && isWithinDepth(piece)) {
      if (split(piece, type)) {
        return;
      }
      type = new ContentType("text/plain", type.parameters());
    }
    MimePart part = MimePart.of(piece.path, headers, type, piece.bytes, piece.group);
    if (part.isMailHead() && isWithinDepth(piece)) {
      innerMail(piece, part);
      return;
    }
    if (part.isPlainText()) {
      piece.group.notePlainText();
    }
    parts.add(part);
  }

  private static ContentType type(Headers headers, MimeGroup group) {
    String otherwise = group.isDigest() ? "message/rfc822" : "text/plain";
    ContentType type = ContentType.of(headers.firstRaw("content-type").orElse(otherwise));
    // "text", "text/", "": RFC 2045, section 5.2 has plain text for what cannot be read.
    boolean whole = type.value().indexOf('/') > 0 && !type.value().endsWith("/");
    return whole ? type : new ContentType("text/plain", type.parameters());
  }

  private boolean isWithinDepth(Piece piece) {
    boolean within = piece.group.depth() < limits.maxDepth();
    if (!within) {
      problems.add("parts nested deeper than " + limits.maxDepth() + " are not opened");
    }
    return within;
  }

  private void innerMail(Piece piece, MimePart part) {
    byte[] decoded = part.decoded(problems);
    Slice inner = new Slice(decoded, 0, decoded.length);
    Headers headers = Headers.of(inner, limits, problems);
    parts.add(MimePart.of(part.path(), headers, part.type(), inner, part.group()));
    pending.push(new Piece(part.path() + ".m", inner,
        piece.group.inner("message/rfc822")));
  }

  /** Puts the parts of a multipart on the work list; false where there are none. */
  private boolean split(Piece piece, ContentType type) {
    String boundary = type.parameters().getOrDefault("boundary", "").stripTrailing();
    if (boundary.isEmpty() || boundary.length() > limits.maxBoundaryChars()) {
      problems.add("a multipart has no usable boundary; it is read as text");
      return false;
    }
    List<Piece> inner = new ArrayList<>();
    MimeGroup group = piece.group.inner(type.value());
    BoundaryScanner scanner = new BoundaryScanner(piece.bytes,
        boundary.getBytes(StandardCharsets.UTF_8));
    while (scanner.next() && inner.size() <= limits.maxParts()) {
      String number = (piece.path.isEmpty() ? "" : piece.path + ".") + (inner.size() + 1);
      inner.add(new Piece(number, scanner.part(), group));
    }
    if (inner.isEmpty()) {
      problems.add("a multipart does not contain its boundary; it is read as text");
    } else if (!scanner.isClosed()) {
      problems.add("a multipart is not closed; it is taken to reach to the end");
    }
    inner.reversed().forEach(pending::push);
    return !inner.isEmpty();
  }

  /** Bytes that begin with the headers of a part. */
  private record Piece(String path, Slice bytes, MimeGroup group) {
    Piece startingAt(int start) {
      return new Piece(path, bytes.startingAt(start), group);
    }
  }
}
