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
import java.util.stream.Stream;

/**
 * Runs the verbs over the samples, so that the JVM can note down what it loads and what is hot ({@code
 * -XX:AOTCacheOutput}); later runs begin with that. The launcher starts it after a build.
 */
final class Training {

  /** Enough for the compilers to see which way the branches go. */
  private static final int ROUNDS = 12;

  private Training() {}

  /** Arguments: the folder of the samples, an epoch, and a folder to work in, which stays filled. */
  public static void main(String[] arguments) {
    List<String> samples = samples(Path.of(arguments[0]));
    for (int round = 0; round < ROUNDS; round++) {
      String store = Path.of(arguments[2]).resolve("store" + round).toString();
      run(store, "ingest", samples.subList(0, 1));
      run(store, "ingest", List.of(arguments[1]));
      run(store, "ingest", List.of(arguments[1]));
      run(store, "ingest", samples);
      run(store, "show", samples.subList(0, 1));
      run(store, "check", samples);
      run(store, "search", List.of("fixup"));
    }
  }

  private static List<String> samples(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".mbox")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(String store, String verb, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of("--store", store, verb));
    words.addAll(arguments);
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false,
        StandardCharsets.UTF_8);
    Outside outside = new Outside(new ByteArrayInputStream(new byte[0]), nowhere, nowhere,
        Clock.systemUTC(), System.getenv(), Path.of("").toAbsolutePath());
    Main.run(words.toArray(String[]::new), outside, WebServer.ABSENT);
  }
}
