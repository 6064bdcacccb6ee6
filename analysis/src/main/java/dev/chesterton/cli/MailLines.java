package dev.chesterton.cli;

import dev.chesterton.finding.Finding;
import dev.chesterton.finding.MessageLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a line of a message stands in the file it was read from, so that an editor can go there. Only what stands there as
 * it was sent is found: not in base64, nor in a file that is packed.
 */
final class MailLines {
  private static final long MOST_BYTES = 32L << 20;

  private final String name;
  private final List<String> lines;

  private MailLines(String name, List<String> lines) {
    this.name = name;
    this.lines = lines;
  }

  /** Of what is no file: nothing is found. */
  static MailLines none() {
    return new MailLines("", List.of());
  }

  /** @param name as given on the command line, and so printed */
  static MailLines of(String name, Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES
          ? new MailLines(name,
              List.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                  .split("\r?\n", -1)))
          : none();
    } catch (IOException _) {
      return none();
    }
  }

  /** {@code FILE:LINE} of a finding in the message; empty for one in the tree, and where the file does not show it. */
  Optional<String> place(Finding finding) {
    return finding.place() instanceof MessageLine line && lines.contains(line.text())
        ? Optional.of(name + ":" + (1 + lines.indexOf(line.text())))
        : Optional.empty();
  }
}
