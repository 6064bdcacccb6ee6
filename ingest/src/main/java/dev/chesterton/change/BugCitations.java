package dev.chesterton.change;

import java.util.List;
import java.util.Locale;

/** Finds the ids of syzbot's bugs in one line (its mails say how to write {@code Reported-by:}). */
final class BugCitations {
  private static final String ADDRESS = "syzbot+";
  private static final String ADDRESS_DOMAIN = "@syzkaller.appspotmail.com";
  private static final String PAGES = "syzkaller.appspot.com";
  private static final List<String> PARAMETERS = List.of("extid", "id");
  private static final int MIN_DIGITS = 16;
  private static final int MAX_DIGITS = 40;

  private BugCitations() {}

  static void find(CitedLine line, List<Found> found) {
    String text = line.text();
    for (int at = text.indexOf(ADDRESS); at >= 0; at = text.indexOf(ADDRESS, at + 1)) {
      int start = at + ADDRESS.length();
      int end = text.indexOf('@', start);
      if (end > start && text.startsWith(ADDRESS_DOMAIN, end)) {
        add(text.substring(start, end), at, line, found);
      }
    }
    for (WebLink link : line.links()) {
      if (link.host().equals(PAGES)) {
        PARAMETERS.forEach(name -> add(link.parameter(name), link.start(), line, found));
      }
    }
  }

  private static void add(String id, int column, CitedLine line, List<Found> found) {
    if (isId(id)) {
      found.add(
          new Found(column, new Citation.OfBug(id.toLowerCase(Locale.ROOT), line.number())));
    }
  }

  private static boolean isId(String text) {
    return text.length() >= MIN_DIGITS && text.length() <= MAX_DIGITS
        && text.chars().allMatch(unit -> unit < 128 && Character.digit(unit, 16) >= 0);
  }
}
