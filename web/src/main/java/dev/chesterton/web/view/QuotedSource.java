package dev.chesterton.web.view;

import dev.chesterton.mail.Message;
import dev.chesterton.mail.Quote;
import dev.chesterton.patch.Posting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A mail that others answer: finds in it the lines they repeat. */
public final class QuotedSource {
  private final String address;
  /** Where each line stands, 1-based; the text without white space at its ends. */
  private final Map<String, TreeSet<Integer>> places = new HashMap<>();

  private QuotedSource(String address) {
    this.address = address;
  }

  /**
   * A mail with its lines.
   *
   * @param address of one of its lines, up to the number
   */
  public static QuotedSource of(Message message, String address) {
    QuotedSource source = new QuotedSource(address);
    List<String> lines = message.lines();
    for (int i = 0; i < lines.size(); i++) {
      source.places.computeIfAbsent(lines.get(i).strip(), _ -> new TreeSet<>()).add(i + 1);
    }
    return source;
  }

  /**
   * Where the lines stand that an answer repeats: by the number of its line, the address of ours. An answer quotes in
   * order, so of several equal lines the next one below the last is meant.
   */
  public Map<Integer, String> repeatedBy(Posting answer) {
    List<String> lines = answer.message().lines();
    Map<Integer, String> found = new HashMap<>();
    int last = 0;
    for (int number : quotedLines(answer, lines.size())) {
      String text = unquoted(lines.get(number - 1));
      TreeSet<Integer> at = says(text) ? places.get(text) : null;
      if (at != null) {
        Integer below = at.higher(last);
        last = below != null ? below : at.first();
        found.put(number, address + last);
      }
    }
    return found;
  }

  private static List<Integer> quotedLines(Posting answer, int count) {
    List<Integer> numbers = new ArrayList<>();
    for (Quote quote : answer.quotes()) {
      for (int i = quote.fromLine(); quote.depth() > 0
          && i <= Math.min(quote.toLine(), count); i++) {
        numbers.add(i);
      }
    }
    return numbers;
  }

  /** The line as the mail answered had it: one mark less. */
  private static String unquoted(String line) {
    String text = line.strip();
    return text.startsWith(">") ? text.substring(1).strip() : "";
  }

  /** A brace or an empty line stands in every mail: a link from it would say nothing. */
  private static boolean says(String text) {
    return text.chars().anyMatch(Character::isLetterOrDigit);
  }
}
