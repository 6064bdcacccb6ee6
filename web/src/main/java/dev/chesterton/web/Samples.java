package dev.chesterton.web;

import dev.chesterton.cli.Outside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The samples that come with the program. */
record Samples(Path folder) {

  /** In the folder the launcher names, else in the one worked in. */
  static Optional<Samples> find(Outside outside) {
    return Stream.of(Optional.ofNullable(System.getProperty("chesterton.home")).map(Path::of),
        Optional.of(outside.directory()))
        .flatMap(Optional::stream)
        .map(home -> home.resolve("mbox-samples"))
        .filter(Files::isDirectory)
        .map(Samples::new)
        .findFirst();
  }

  List<Path> mailboxes() {
    return files(folder, ".mbox");
  }

  /** Git histories as {@code git fast-import} reads them. */
  List<Path> histories() {
    return files(folder.resolve("trees"), ".fi");
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the samples in '" + folder + "'", e);
    }
  }
}
