package dev.chesterton.finding.rank;

import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each signal counts for: learned, written as text, one signal a line.
 *
 * @param terms by the word of the signal
 * @param bias what every patch begins with
 * @param look the least score at which a finding is a warning
 */
public record Weights(Map<String, Term> terms, double bias, double look) {

  public Weights {
    terms = Collections.unmodifiableMap(new TreeMap<>(terms));
  }

  /**
   * Of one signal.
   *
   * @param mean of its values where the weights were learned
   * @param deviation of its values there, more than 0
   * @param weight for a value one deviation above the mean
   */
  public record Term(double mean, double deviation, double weight) {

    double of(double value) {
      return weight * (value - mean) / deviation;
    }
  }

  /** What a signal adds to a score; 0 where nothing was learned of it. */
  double of(String word, double value) {
    Term term = terms.get(word);
    return term == null ? 0 : term.of(value);
  }

  /** The text of these weights; {@link #read} reads it. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("bias ").append(number(bias)).append('\n');
    text.append("look ").append(number(look)).append('\n');
    terms.forEach((word, term) -> text.append(word)
        .append(' ')
        .append(number(term.mean()))
        .append(' ')
        .append(number(term.deviation()))
        .append(' ')
        .append(number(term.weight()))
        .append('\n'));
    return text.toString();
  }

  private static String number(double value) {
    return Double.isInfinite(value) ? "never" : String.format(Locale.ROOT, "%.4f", value);
  }

  /**
   * Reads weights: words and numbers separated by blanks, {@code #} begins a comment.
   *
   * @param file named in problems
   * @return what could be read; a line that could not is a problem
   */
  public static Parsed<Weights> read(String file, String text) {
    Map<String, Double> single = new TreeMap<>();
    Map<String, Term> terms = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      String[] parts = line.split("\\s+");
      try {
        if (parts.length == 2) {
          single.put(parts[0], number(parts[1]));
        } else if (parts.length == 4) {
          terms.put(parts[0], new Term(number(parts[1]), number(parts[2]), number(parts[3])));
        } else if (!line.isEmpty()) {
          throw new NumberFormatException(line);
        }
      } catch (NumberFormatException e) {
        problems.add(new Problem(file + ":" + (i + 1),
            "'" + line + "' is no weight: write SIGNAL MEAN DEVIATION WEIGHT"));
      }
    }
    return new Parsed<>(new Weights(terms, single.getOrDefault("bias", 0.0),
        single.getOrDefault("look", Double.POSITIVE_INFINITY)), problems);
  }

  private static double number(String text) {
    return text.equals("never") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }
}
