package dev.chesterton.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Address lists as people and mailers write them (RFC 5322, section 3.4, and worse).
 *
 * <p>A comma in a name without quotes, a quote or parenthesis that is never closed: none may cost the address. What has
 * no {@code @} is taken for a part of the next name.
 */
final class Mailboxes {
  /** Commas without end must not make a name without end. */
  private static final int MAX_NAME_CHARS = 1_000;

  private final String text;
  private final boolean strict;
  private final List<Mailbox> found = new ArrayList<>();
  private final StringBuilder phrase = new StringBuilder();
  private final StringBuilder address = new StringBuilder();
  private final StringBuilder comment = new StringBuilder();
  private String carried = "";
  private boolean inQuotes;
  private boolean inAngle;
  private int commentDepth;

  private Mailboxes(String text, boolean strict) {
    this.text = text;
    this.strict = strict;
  }

  /** @param text unfolded, encoded words not yet decoded, because they may hide commas */
  static List<Mailbox> of(String text) {
    List<Mailbox> mailboxes = new Mailboxes(text, true).read();
    boolean lost = text.contains("@") && !hasAddress(mailboxes);
    // Something is open that is never closed: read again without respect for quotes and comments.
    return lost ? new Mailboxes(text, false).read() : mailboxes;
  }

  private static boolean hasAddress(List<Mailbox> mailboxes) {
    for (Mailbox mailbox : mailboxes) {
      if (!mailbox.address().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private List<Mailbox> read() {
    int at = 0;
    while (at < text.length()) {
      int plainEnd = plainEnd(at);
      if (plainEnd > at) {
        open().append(text, at, plainEnd);
        at = plainEnd;
      } else {
        at = readMark(at);
      }
    }
    end();
    if (!carried.isEmpty()) {
      found.add(new Mailbox(EncodedWords.decode(carried.substring(0, carried.length() - 2)), ""));
    }
    return found;
  }

  private int plainEnd(int start) {
    int end = start;
    while (end < text.length() && isPlain(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** ASCII that is content wherever it stands. */
  private static boolean isPlain(char c) {
    return switch (c) {
      case '\\', '"', '(', ')', '<', '>', ',', ';', ':' -> false;
      default -> c > ' ' && c < 127;
    };
  }

  /** What content belongs to here. */
  private StringBuilder open() {
    return commentDepth > 0 ? comment : inAngle && !inQuotes ? address : phrase;
  }

  /** Reads what may be a mark, and returns the place behind it. */
  private int readMark(int at) {
    boolean escaped = text.charAt(at) == '\\' && strict && at + 1 < text.length()
        && (inQuotes || commentDepth > 0);
    take(text.charAt(escaped ? at + 1 : at), escaped);
    return escaped ? at + 2 : at + 1;
  }

  private void take(char c, boolean escaped) {
    if (commentDepth > 0) {
      inComment(c, escaped);
    } else if (inQuotes) {
      inQuotes = escaped || c != '"';
      if (inQuotes) {
        phrase.append(c);
      }
    } else if (inAngle) {
      inAngle(c);
    } else {
      outside(c);
    }
  }

  private void inComment(char c, boolean escaped) {
    commentDepth += escaped ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
    if (commentDepth > 0) {
      comment.append(c);
    }
  }

  private void inAngle(char c) {
    if (c == '>' || (c == ',' && address.indexOf("@") >= 0)) {
      inAngle = false;
    } else if (!Character.isWhitespace(c)) {
      address.append(c);
    }
    if (c == ',' && !inAngle) {
      end();
    }
  }

  private void outside(char c) {
    switch (c) {
      case '"' -> inQuotes = strict;
      case '(' -> {
        commentDepth = strict ? 1 : 0;
        comment.append(' ');
      }
      case '<' -> {
        if (address.indexOf("@") >= 0) {
          end();
        }
        inAngle = true;
      }
      case ',', ';' -> end();
      case ':' -> group();
      default -> phrase.append(c);
    }
  }

  /** The name of a group ends at a colon; it names no mailbox. */
  private void group() {
    if (phrase.indexOf("@") < 0) {
      phrase.setLength(0);
    } else {
      phrase.append(':');
    }
  }

  private void end() {
    String name = phrase.toString().strip();
    String where = address.toString();
    if (where.isEmpty() && name.contains("@")) {
      where = addressIn(name);
      name = name.substring(0, name.indexOf(where)).replace("<", "").strip();
    }
    String remark = comment.toString().strip();
    // A comment alone names nobody: "unlisted-recipients:; (no To-header on input)".
    String whole = carried + (name.isEmpty() && !where.isEmpty() ? remark : name);
    if (!where.isEmpty()) {
      found.add(new Mailbox(EncodedWords.decode(whole), EncodedWords.decode(withoutRoute(where))));
      carried = "";
    } else if (!whole.isBlank()) {
      carried = whole.length() > MAX_NAME_CHARS ? carried : whole + ", ";
    }
    phrase.setLength(0);
    address.setLength(0);
    comment.setLength(0);
    inAngle = false;
  }

  /** What stands in angles, because the quotes went around all of it, else the last word with an {@code @}. */
  private static String addressIn(String name) {
    int open = name.indexOf('<');
    int close = name.indexOf('>', open + 1);
    if (open >= 0 && name.indexOf('@', open) > open && name.indexOf('@', open) < close) {
      return name.substring(open + 1, close);
    }
    return wordAround(name, name.lastIndexOf('@'));
  }

  private static String wordAround(String name, int place) {
    int start = place;
    while (start > 0 && !isSpace(name.charAt(start - 1))) {
      start--;
    }
    int end = place;
    while (end < name.length() && !isSpace(name.charAt(end))) {
      end++;
    }
    return name.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** {@code <@relay,@other:user@host>} (RFC 5322, section 4.4). */
  private static String withoutRoute(String address) {
    return address.startsWith("@") && address.indexOf(':') > 0
        ? address.substring(address.indexOf(':') + 1)
        : address;
  }
}
