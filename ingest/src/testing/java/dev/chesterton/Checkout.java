package dev.chesterton;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout the tests run in. */
public final class Checkout {
  private Checkout() {}

  /** Its top folder. */
  public static Path folder() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.resolve("..").normalize();
    }
    return folder;
  }

  /** A file of the samples. */
  public static Path sample(String name) {
    return folder().resolve("mbox-samples").resolve(name);
  }
}
