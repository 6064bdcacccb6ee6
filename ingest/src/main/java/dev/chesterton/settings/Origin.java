package dev.chesterton.settings;

import java.nio.file.Path;

/** Where the value of a key comes from. */
public sealed interface Origin {

  /** The place in words, for messages and {@code help config}. */
  String place();

  /** The folder that a relative path is meant from. */
  Path folder();

  /**
   * A configuration file.
   *
   * @param line 1-based; 0 where the file writes the key in a way whose line cannot be told
   */
  record InFile(Path file, int line) implements Origin {
    @Override
    public String place() {
      return line == 0 ? file.toString() : file + ":" + line;
    }

    @Override
    public Path folder() {
      Path parent = file.toAbsolutePath().getParent();
      return parent == null ? file.toAbsolutePath() : parent;
    }
  }

  /** {@code --config key=value}; paths are meant from the folder the program was started in. */
  record CommandLine(Path folder) implements Origin {
    @Override
    public String place() {
      return "--config";
    }
  }

  /** Nobody has set it; default paths are below the reader's home. */
  record Default(Path folder) implements Origin {
    @Override
    public String place() {
      return "default";
    }
  }
}
