package dev.chesterton.source;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The line between two mails of an mbox: {@code From ADDRESS WEEKDAY MONTH DAY TIME [ZONE] YEAR}.
 *
 * <p>RFC 4155 fixes that form, and nobody keeps to it: {@code git format-patch} writes a commit id for the address,
 * Mozilla a {@code -}, some add a zone. A sentence that begins with "From" never has a date in third place.
 */
final class MboxSeparator {
  /** Longer lines are prose or an attack. */
  static final int MAX_CHARS = 1_000;

  private static final Set<String> WEEKDAYS = Set.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat",
      "Sun");
  private static final Set<String> MONTHS = Set.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
      "Aug", "Sep", "Oct", "Nov", "Dec");

  private static final Pattern OF_FORMAT_PATCH = Pattern
      .compile("From [0-9a-f]{40}([0-9a-f]{24})? Mon Sep 17 00:00:00 2001");

  private MboxSeparator() {}

  static boolean matches(String line) {
    if (!line.startsWith("From ") || line.length() > MAX_CHARS) {
      return false;
    }
    List<String> words = List.of(line.strip().split(" +"));
    return words.size() >= 6 && WEEKDAYS.contains(words.get(2).replace(",", ""))
        && words.stream().skip(3).anyMatch(MONTHS::contains)
        && words.stream().skip(3).anyMatch(MboxSeparator::isTime)
        && words.stream().skip(3).anyMatch(MboxSeparator::isYear);
  }

  /**
   * The line {@code git format-patch} writes: a commit and a date that never changes. Such files quote nothing, like an
   * mboxcl2.
   */
  static boolean isOfFormatPatch(String line) {
    return OF_FORMAT_PATCH.matcher(line.strip()).matches();
  }

  private static boolean isTime(String word) {
    return word.length() >= 4 && word.length() <= 8 && word.contains(":")
        && word.chars().allMatch(c -> c == ':' || isDigit(c));
  }

  private static boolean isYear(String word) {
    return word.length() == 4 && word.chars().allMatch(MboxSeparator::isDigit);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
