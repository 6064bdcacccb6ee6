package dev.chesterton.index;

import dev.chesterton.Git;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small epoch of a public-inbox, written commit by commit and made by git. */
final class EpochStream {
  private final StringBuilder stream = new StringBuilder();
  private int clock = 1_656_072_000;

  /** A commit in which a mail came, file {@code m}, or was taken back, file {@code d}. */
  EpochStream commit(String file, Letters letter) {
    stream.append("commit refs/heads/master\ncommitter list <list@example.org> ")
        .append(clock++)
        .append(" +0000\n")
        .append(data("subject\n"))
        .append("deleteall\nM 100644 inline ")
        .append(file)
        .append('\n')
        .append(data(letter.text()));
    return this;
  }

  /** The clock of the server jumps by so many seconds, perhaps backwards. */
  EpochStream jump(int seconds) {
    clock += seconds;
    return this;
  }

  private static String data(String text) {
    return "data " + text.getBytes(StandardCharsets.UTF_8).length + "\n" + text + "\n";
  }

  Path write(Path folder) throws IOException {
    Path file = Files.createTempFile("epoch", ".fi");
    try {
      Files.writeString(file, stream);
      return Git.fastImport(file, folder);
    } finally {
      Files.delete(file);
    }
  }

  /** Ids of the commits, oldest first. */
  static List<String> commits(Path epoch) throws IOException {
    return Git.run(epoch, "rev-list", "--reverse", "master").lines().toList();
  }

  /** Takes away the bytes of the mail that came with a commit. */
  static void lose(Path epoch, String commit) throws IOException {
    String blob = Git.run(epoch, "rev-parse", commit + ":m").strip();
    Files.delete(epoch.resolve("objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
  }
}
