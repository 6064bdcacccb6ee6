package dev.chesterton.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the verbs over the samples, so that the JVM can note down what it loads and what is hot ({@code
 * -XX:AOTCacheOutput}); later runs begin with that. The launcher starts it after a build.
 */
final class Training {

  /** Enough for the compilers to see which way the branches go. */
  private static final int ROUNDS = 12;

  private Training() {}

  /** Arguments: the folder of the samples, and an empty one to work in, which stays filled. */
  public static void main(String[] arguments) {
    List<String> samples = samples(Path.of(arguments[0]));
    for (int round = 0; round < ROUNDS; round++) {
      String store = Path.of(arguments[1]).resolve("store" + round).toString();
      for (String verb : List.of("ingest", "show", "check")) {
        List<String> words = new ArrayList<>(List.of("--store", store, verb));
        words.addAll(verb.equals("show") ? samples.subList(0, 1) : samples);
        run(words);
      }
      run(List.of("--store", store, "search", "fixup"));
    }
  }

  private static List<String> samples(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".mbox")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(List<String> words) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false,
        StandardCharsets.UTF_8);
    Outside outside = new Outside(new ByteArrayInputStream(new byte[0]), nowhere, nowhere,
        Clock.systemUTC(), Map.of(), Path.of("").toAbsolutePath());
    Main.run(words.toArray(String[]::new), outside, WebServer.ABSENT);
  }
}
