package dev.chesterton.cli.hook;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the hook was called with. The file of SMTP headers that git names since 2.41 is not needed.
 *
 * @param strict mail that cannot be checked is held back, whatever the settings say
 * @param verbose say who was asked, also where there is nothing to tell
 */
public record HookCall(Path mail, boolean strict, boolean verbose) {

  /** Arguments as the script writes them: {@code [--strict] [-v] [--] FILE [HEADERS]}; empty where there is no file. */
  static Optional<HookCall> of(List<String> arguments) {
    Deque<String> words = new ArrayDeque<>(arguments);
    boolean strict = false;
    boolean verbose = false;
    while (!words.isEmpty() && words.getFirst().startsWith("-")) {
      String word = words.removeFirst();
      if (word.equals("--")) {
        break;
      }
      strict |= word.equals("--strict");
      verbose |= word.equals("-v") || word.equals("--verbose");
    }
    boolean isStrict = strict;
    boolean isVerbose = verbose;
    return Optional.ofNullable(words.peekFirst())
        .map(file -> new HookCall(Path.of(file), isStrict, isVerbose));
  }
}
