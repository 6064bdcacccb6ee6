package dev.chesterton.index;

import dev.chesterton.index.Criterion.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The words and phrases a search wants in texts, and where the lines of a text have them. What it excludes, and what is no
 * text (days, lists, paths, authors, titles), is not sought here.
 */
public final class SoughtWords {

  /** Longest word of the index, in chars; the rest of a longer run is a word again. */
  private static final int LONGEST = 255;

  private static final int ASCII = 128;

  private final List<Sought> all;

  private SoughtWords(List<Sought> all) {
    this.all = all;
  }

  /**
   * A sought word, or the part of a phrase that stands on one line.
   *
   * @param line 1-based
   * @param from 0-based char of the line
   * @param to behind its last char
   * @param sought which of the words and phrases it is, 0-based
   */
  public record Place(int line, int from, int to, int sought) {}

  /** Words side by side, the last of them perhaps only begun. */
  private record Sought(Part part, List<String> words, boolean begun) {

    boolean isAt(int index, List<Word> text) {
      if (index + words.size() > text.size()) {
        return false;
      }
      for (int i = 0; i < words.size(); i++) {
        String word = text.get(index + i).lower();
        boolean same = begun ? word.startsWith(words.get(i)) : word.equals(words.get(i));
        if (!same) {
          return false;
        }
      }
      return true;
    }
  }

  /** A word of a text. */
  private record Word(int line, int from, int to, String lower) {}

  public static SoughtWords of(Criterion criterion) {
    return new SoughtWords(sought(criterion).distinct().toList());
  }

  private static Stream<Sought> sought(Criterion criterion) {
    return switch (criterion) {
      case Criterion.Words(Part part, String text) when isText(part) ->
        CriterionQuery.words(text).stream().map(word -> new Sought(part, List.of(word), false));
      case Criterion.Phrase(Part part, String text) when isText(part) ->
        Stream.of(new Sought(part, CriterionQuery.words(text), false));
      case Criterion.Prefix(Part part, String start) when isText(part) ->
        Stream.of(new Sought(part, List.of(CriterionQuery.lower(start)), true));
      case Criterion.All(List<Criterion> parts) -> parts.stream().flatMap(SoughtWords::sought);
      case Criterion.Any(List<Criterion> parts) -> parts.stream().flatMap(SoughtWords::sought);
      default -> Stream.empty();
    };
  }

  private static boolean isText(Part part) {
    return part != Part.TITLE && part != Part.AUTHOR;
  }

  /** Whether no line of any text can have what is sought. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * Where lines have what is sought, from the first line to the last.
   *
   * @param diffLine 1-based line where the diff begins, beyond the last line where there is none
   */
  public List<Place> in(List<String> lines, int diffLine) {
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      addWords(words, i + 1, lines.get(i));
    }
    List<Place> places = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      String line = lines.get(words.get(at).line() - 1);
      for (int i = 0; i < all.size(); i++) {
        Sought sought = all.get(i);
        if (sought.isAt(at, words) && isSearched(sought.part(), line,
            words.get(at).line() >= diffLine)) {
          addPlaces(places, words.subList(at, at + sought.words().size()), i);
        }
      }
    }
    return places;
  }

  private static boolean isSearched(Part part, String line, boolean ofDiff) {
    return switch (part) {
      case ANYWHERE -> true;
      case TEXT -> !ofDiff;
      case ADDED -> line.startsWith("+");
      case REMOVED -> line.startsWith("-");
      case TITLE, AUTHOR -> false;
    };
  }

  /** A phrase may go on in the next line. */
  private static void addPlaces(List<Place> places, List<Word> words, int sought) {
    Word first = words.getFirst();
    Word last = first;
    for (Word word : words) {
      if (word.line() != first.line()) {
        places.add(new Place(first.line(), first.from(), last.to(), sought));
        first = word;
      }
      last = word;
    }
    places.add(new Place(first.line(), first.from(), last.to(), sought));
  }

  /** Nearly all words are lower case already, and there are a hundred thousand on a page of results. */
  private static String lower(String word) {
    for (int i = 0; i < word.length(); i++) {
      char unit = word.charAt(i);
      if (unit >= 'A' && unit <= 'Z' || unit >= ASCII) {
        return CriterionQuery.lower(word);
      }
    }
    return word;
  }

  private static void addWords(List<Word> words, int number, String line) {
    int at = 0;
    while (at < line.length()) {
      int end = at;
      while (end < line.length() && end - at < LONGEST
          && WordAnalyzer.isWordPart(line.codePointAt(end))) {
        end += Character.charCount(line.codePointAt(end));
      }
      if (end > at) {
        words.add(new Word(number, at, end, lower(line.substring(at, end))));
      }
      at = end > at ? end : at + Character.charCount(line.codePointAt(at));
    }
  }
}
