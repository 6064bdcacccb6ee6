package dev.chesterton.patch;

import dev.chesterton.patch.Subject.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one pair of brackets of a subject says.
 *
 * @param words as written, without version and position
 */
record SubjectTag(List<String> words, Optional<Integer> version, Optional<Place> place) {

  private static final Pattern PLACE = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  /** {@code v2}, {@code V2}, {@code PATCHv2}, {@code RFC-v2}, {@code v5.1}, {@code v3-rebased}. */
  private static final Pattern VERSION = Pattern.compile(
      "(?i)(patch|rfc)?[-_]?v(\\d{1,4})(?:\\.(\\d)|-([a-z][a-z0-9_-]{0,40}))?");

  /** {@code PATCH1/2}: the space was forgotten. */
  private static final Pattern GLUED_PLACE = Pattern.compile("(?i)(patch|rfc)(\\d{1,4}/\\d{1,4})");

  /** {@code 5.10}, {@code v5.15.y}, {@code 4.14/4.19}. */
  private static final Pattern KERNEL_VERSION = Pattern.compile(
      "v?\\d{1,2}\\.[0-9xy]{1,3}(?:\\.[0-9xy]{1,3})?[+/.0-9xyv,-]{0,40}");

  private static final List<String> PATCH_MARKS = List.of("patch", "rfc", "rft", "pull");

  SubjectTag {
    words = List.copyOf(words);
  }

  /** Reads what stands between the brackets. */
  static SubjectTag read(String inside) {
    Reader reader = new Reader();
    int from = 0;
    for (int i = 0; i <= inside.length(); i++) {
      if (i == inside.length() || " ,[]".indexOf(inside.charAt(i)) >= 0) {
        reader.word(inside.substring(from, i));
        from = i + 1;
      }
    }
    return new SubjectTag(reader.words, reader.version, reader.place);
  }

  static boolean isKernelVersion(String word) {
    return KERNEL_VERSION.matcher(word).matches();
  }

  /** Marks a patch or a pull request. */
  boolean isOfPatch() {
    for (String word : words) {
      if (beginsWithMark(word.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static boolean beginsWithMark(String word) {
    for (String mark : PATCH_MARKS) {
      if (word.startsWith(mark)
          && (word.length() == mark.length() || !Character.isLetter(word.charAt(mark.length())))) {
        return true;
      }
    }
    return false;
  }

  /** Has version or position and nothing else. */
  boolean isPlain() {
    return words.isEmpty();
  }

  private static final class Reader {

    private final List<String> words = new ArrayList<>();
    private Optional<Integer> version = Optional.empty();
    private Optional<Place> place = Optional.empty();

    void word(String word) {
      if (word.isEmpty()) {
        return;
      }
      if (!hasDigit(word)) {
        words.add(word);
        return;
      }
      Matcher numbers = PLACE.matcher(word);
      Matcher reroll = VERSION.matcher(word);
      Matcher glued = GLUED_PLACE.matcher(word);
      if (place.isEmpty() && numbers.matches()) {
        place(numbers);
      } else if (version.isEmpty() && reroll.matches()) {
        version(word, reroll);
      } else if (place.isEmpty() && glued.matches()) {
        words.add(glued.group(1));
        word(glued.group(2));
      } else {
        words.add(word);
      }
    }

    private static boolean hasDigit(String word) {
      for (int i = 0; i < word.length(); i++) {
        if (word.charAt(i) >= '0' && word.charAt(i) <= '9') {
          return true;
        }
      }
      return false;
    }

    private void place(Matcher numbers) {
      place = Optional.of(
          new Place(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2))));
    }

    /**
     * {@code v5.1} is a new version of one patch of version 5; its tag stays, to tell them apart. Of {@code v3-rebased}
     * the word stays.
     */
    private void version(String word, Matcher reroll) {
      Optional.ofNullable(reroll.group(1)).ifPresent(words::add);
      version = Optional.of(Integer.parseInt(reroll.group(2)));
      Optional.ofNullable(reroll.group(4)).ifPresent(words::add);
      if (Optional.ofNullable(reroll.group(3)).isPresent()) {
        words.add(word);
      }
    }
  }
}
