package dev.chesterton.change;

import dev.chesterton.change.Citation.MailForm;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds Message-IDs in one line: in addresses of archives, and alone. */
final class MailCitations {

  /** Longest id that is looked at; RFC 5322 lets a line have 998 characters. */
  private static final int MAX_ID_LENGTH = 998;

  /**
   * A generated id has a date, a counter or a hash. Our choice: mail addresses with six digits exist,
   * generated ids with fewer do too; both are missed or taken wrongly, rarely.
   */
  private static final int MIN_ID_DIGITS = 6;
  private static final int MIN_LOCAL_LENGTH = 14;
  private static final int MAX_HEADER_LENGTH = 40;
  private static final int MASK_LENGTH = 3;

  private static final List<String> ID_WORDS = List.of("message-id", "messageid", "msg-id", "msgid",
      "in-reply-to", "references");
  private static final int MAX_ID_WORD = 11;

  private MailCitations() {}

  static void find(CitedLine line, List<Found> found) {
    for (WebLink link : line.links()) {
      ofLink(link, line.number()).ifPresent(mail -> found.add(new Found(link.start(), mail)));
    }
    String text = line.text();
    int open = text.indexOf('<');
    while (open >= 0) {
      int close = idEnd(text, open + 1);
      if (text.startsWith(">", close)) {
        String id = text.substring(open + 1, close);
        if (isBareId(line, open, id)) {
          found.add(new Found(open, mail(id, Optional.empty(), MailForm.BARE_ID, line.number())));
        }
      }
      open = text.indexOf('<', Math.max(close, open + 1));
    }
    findWithoutBrackets(line, found);
  }

  private static int idEnd(String text, int start) {
    int end = start;
    while (end < text.length() && end - start <= MAX_ID_LENGTH && text.charAt(end) > ' '
        && text.charAt(end) != '<' && text.charAt(end) != '>') {
      end++;
    }
    return end;
  }

  /** {@code Message-ID: id}, where a mail program or its user dropped the brackets. */
  private static void findWithoutBrackets(CitedLine line, List<Found> found) {
    int colon = line.text().indexOf(':');
    if (colon < 0 || !isIdWord(line.text().substring(0, colon).strip())) {
      return;
    }
    int start = colon + 1;
    while (line.at(start) == ' ' && start < line.text().length()) {
      start++;
    }
    String id = line.text().substring(start, idEnd(line.text(), start));
    if (isId(id)) {
      found.add(new Found(start, mail(id, Optional.empty(), MailForm.BARE_ID, line.number())));
    }
  }

  private static boolean isIdWord(String word) {
    return word.length() <= MAX_ID_WORD && ID_WORDS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isBareId(CitedLine line, int open, String id) {
    if (!isId(id) || id.startsWith("mailto:")) {
      return false;
    }
    String front = line.front(open).toLowerCase(Locale.ROOT);
    return namesId(front) || (!isMasked(id) && looksGenerated(id) && !isOfPerson(line, open));
  }

  private static boolean namesId(String front) {
    for (String word : ID_WORDS) {
      if (front.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean looksGenerated(String id) {
    String local = id.substring(0, id.lastIndexOf('@'));
    boolean robot = local.startsWith("syzbot+") || local.startsWith("bounce");
    boolean provider = id.endsWith("@gmail.com") || id.endsWith("@yahoo.com");
    return local.length() >= MIN_LOCAL_LENGTH && countDigits(local) >= MIN_ID_DIGITS
        && isPlain(id) && !robot && !provider;
  }

  private static int countDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
    }
    return digits;
  }

  private static boolean isPlain(String id) {
    for (int i = 0; i < id.length(); i++) {
      char unit = id.charAt(i);
      if (!Character.isLetterOrDigit(unit) && "._+=$-@/~!%#".indexOf(unit) < 0) {
        return false;
      }
    }
    return true;
  }

  /** {@code Cc: name <address>}, {@code Reported-by: <address>}, {@code <address> wrote:}. */
  private static boolean isOfPerson(CitedLine line, int open) {
    String start = line.text().substring(0, Math.min(open, MAX_HEADER_LENGTH));
    int colon = start.indexOf(':');
    if (colon > 0 && isHeaderName(start, colon)) {
      return true;
    }
    String after = line.after(open);
    return after.contains("wrote:") || after.contains(" writes:");
  }

  private static boolean isHeaderName(String text, int end) {
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) != '-' && !Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isId(String text) {
    int at = text.lastIndexOf('@');
    return at > 0 && at < text.length() - 1 && text.length() <= MAX_ID_LENGTH && hasNoSpace(text);
  }

  private static boolean hasNoSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ') {
        return false;
      }
    }
    return true;
  }

  private static Citation mail(String id, Optional<String> list, MailForm form, int line) {
    return new Citation.OfMail(id, list, form, isMasked(id), line);
  }

  /** Archives hide domains behind a row of x, or cut a part out and leave dots. */
  private static boolean isMasked(String id) {
    String domain = id.substring(id.lastIndexOf('@') + 1);
    boolean row = domain.length() >= MASK_LENGTH
        && domain.chars().allMatch(unit -> unit == 'x' || unit == '.');
    return row || id.contains("...");
  }

  private static Optional<Citation> ofLink(WebLink link, int line) {
    List<String> segments = link.segments();
    if (link.host().equals("marc.info") || link.host().equals("www.marc.info")) {
      return Optional.of(link.parameter("i"))
          .filter(MailCitations::isId)
          .map(id -> mail(id, Optional.empty(), MailForm.ARCHIVE_LINK, line));
    }
    if (link.host().endsWith("msgid.link") && !segments.isEmpty() && isId(segments.getFirst())) {
      return Optional.of(mail(segments.getFirst(), Optional.empty(), MailForm.SHORT_LINK, line));
    }
    for (int i = 1; i < segments.size(); i++) {
      if (isId(segments.get(i)) && isDomain(segments.get(i))) {
        return Optional.of(inFolder(link, segments.subList(0, i), segments.get(i), line));
      }
    }
    return Optional.empty();
  }

  /** What stands behind the {@code @} of an id is a host or a mask; of a package it is a version. */
  private static boolean isDomain(String id) {
    char first = id.charAt(id.lastIndexOf('@') + 1);
    return Character.isLetterOrDigit(first) && !id.contains("=");
  }

  private static Citation inFolder(WebLink link, List<String> folders, String id, int line) {
    String folder = folders.getLast();
    if (folder.equals("r") && link.host().endsWith("kernel.org")) {
      return mail(id, Optional.empty(), MailForm.SHORT_LINK, line);
    }
    // patchwork writes /project/LIST/patch/ID/, public-inbox /LIST/ID/ and /all/ID/ for any list
    String list = folder.equals("patch") && folders.size() > 1 ? folders.get(folders.size() - 2)
        : folder;
    return mail(id, Optional.of(list).filter(name -> !name.equals("all")), MailForm.ARCHIVE_LINK,
        line);
  }
}
