package dev.chesterton.finding.rank;

import dev.chesterton.source.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that ranking knows besides a patch and its past.
 *
 * @param guardWords parts of names that guard, account, flush or give back, in lower case
 */
public record Model(Weights weights, Set<String> guardWords, Equivalents equivalents) {

  public Model {
    guardWords = Set.copyOf(guardWords);
  }

  /** The one that comes with the program: the files of {@code config/rank}. */
  public static Model ofProgram() {
    return new Model(sound(Weights.read("rank/weights", text("weights"))),
        words(text("guard-words")),
        sound(Equivalents.read("rank/equivalents", text("equivalents"))));
  }

  /** The same with other weights. */
  public Model with(Weights other) {
    return new Model(other, guardWords, equivalents);
  }

  /** Another one wherever ranks may be others. */
  public String version() {
    return weights.text() + new TreeSet<>(guardWords) + equivalents;
  }

  private static Set<String> words(String text) {
    return text.lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .flatMap(line -> Arrays.stream(line.split("\\s+")))
        .collect(Collectors.toSet());
  }

  private static <T> T sound(Parsed<T> parsed) {
    if (!parsed.problems().isEmpty()) {
      throw new IllegalStateException(parsed.problems().getFirst().toString());
    }
    return parsed.value();
  }

  private static String text(String name) {
    try (InputStream stream = Model.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("no file '" + name + "' of config/rank in the program");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
