package dev.chesterton.mail;

/** Steps through the parts of one multipart body (RFC 2046, section 5.1.1), in one pass over its bytes. */
final class BoundaryScanner {
  private final byte[] bytes;
  private final int end;
  private final byte[] boundary;
  private int at;
  private int boundaryLine;
  private int from;
  private int to;
  private boolean begun;
  private boolean closed;

  BoundaryScanner(Slice body, byte[] boundary) {
    this.bytes = body.bytes();
    this.at = body.from();
    this.end = body.to();
    this.boundary = boundary;
  }

  /** Goes to the next part; what stands before the first and behind the last is none. */
  boolean next() {
    if (!begun) {
      begun = true;
      skipToBoundary();
    }
    if (closed || at >= end) {
      return false;
    }
    from = at;
    to = skipToBoundary() ? Math.max(from, withoutLineBreak(boundaryLine)) : end;
    return true;
  }

  /** The line break before a boundary belongs to the boundary. */
  Slice part() {
    return new Slice(bytes, from, to);
  }

  /** The closing boundary was seen. */
  boolean isClosed() {
    return closed;
  }

  private boolean skipToBoundary() {
    while (at < end) {
      boundaryLine = at;
      while (at < end && bytes[at] != '\n') {
        at++;
      }
      at = Math.min(at + 1, end);
      if (isBoundary(boundaryLine, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBoundary(int line, int lineEnd) {
    int behind = line + 2 + boundary.length;
    if (behind > lineEnd || bytes[line] != '-' || bytes[line + 1] != '-') {
      return false;
    }
    for (int i = 0; i < boundary.length; i++) {
      if (bytes[line + 2 + i] != boundary[i]) {
        return false;
      }
    }
    boolean closing = behind + 2 <= lineEnd && bytes[behind] == '-' && bytes[behind + 1] == '-';
    for (int i = closing ? behind + 2 : behind; i < lineEnd; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    closed = closing;
    return true;
  }

  private int withoutLineBreak(int line) {
    int last = line - 1;
    return last > 0 && bytes[last - 1] == '\r' ? last - 1 : Math.max(last, 0);
  }
}
