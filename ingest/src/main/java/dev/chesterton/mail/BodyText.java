package dev.chesterton.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What of a mail is shown as text, and what is only named: plain text in order, HTML where no plain text stands beside
 * it, the heads of mails within the mail, and attached diffs, which {@code git am} would pass over and a reviewer needs.
 */
final class BodyText {
  private final int maxChars;
  private final ProblemList problems;
  private final StringBuilder text = new StringBuilder();
  private final List<Message.Attachment> attachments = new ArrayList<>();

  BodyText(int maxChars, ProblemList problems) {
    this.maxChars = maxChars;
    this.problems = problems;
  }

  /** Takes the next part in, and digests its content. */
  void add(MimePart part, ContentHash hash) {
    if (part.isMailHead()) {
      append(innerHead(part));
    } else if (part.isPlainText() || part.isNamedLikeDiff() || part.type().isText()) {
      addText(part, hash);
    } else {
      byte[] bytes = part.decoded(problems);
      hash.part(part, bytes);
      attach(part, bytes.length);
    }
  }

  private void addText(MimePart part, ContentHash hash) {
    String decoded = part.text(problems);
    hash.part(part, decoded);
    if (part.isHtml()) {
      if (!part.group().hasPlainAlternative()) {
        append(HtmlText.of(decoded.substring(0, Math.min(decoded.length(), maxChars))));
      }
    } else if (part.isPlainText()) {
      append(flowed(part, decoded));
    } else if (part.isNamedLikeDiff() || holdsDiff(decoded)) {
      append(decoded);
    } else {
      attach(part, part.decoded(problems).length);
    }
  }

  /** "format=flowed" holds for plain text only (RFC 3676, section 4). */
  private static String flowed(MimePart part, String text) {
    boolean flowed = part.type().parameter("format").equalsIgnoreCase("flowed");
    boolean deleteSpace = part.type().parameter("delsp").equalsIgnoreCase("yes");
    return flowed ? FlowedText.join(text, deleteSpace) : text;
  }

  private static boolean holdsDiff(String text) {
    int plus = text.indexOf("\n+++ ");
    return plus >= 0 && text.indexOf("\n@@ -", plus) >= 0
        && (text.startsWith("--- ") || text.contains("\n--- "));
  }

  private static String innerHead(MimePart part) {
    StringBuilder head = new StringBuilder("\n");
    for (String name : List.of("From", "Date", "Subject", "Message-ID")) {
      part.headers()
          .first(name.toLowerCase(Locale.ROOT))
          .ifPresent(value -> head.append(name).append(": ").append(value).append('\n'));
    }
    return head.append('\n').toString();
  }

  private void append(String more) {
    int room = maxChars - text.length();
    if (more.length() > room) {
      problems.add("text cut at " + maxChars + " characters");
    }
    text.append(more, 0, Math.min(more.length(), room));
  }

  private void attach(MimePart part, long bytes) {
    attachments.add(new Message.Attachment(part.fileName(), part.type().value(), bytes));
  }

  String text() {
    return PlainLines.of(text.toString());
  }

  List<Message.Attachment> attachments() {
    return attachments;
  }
}
