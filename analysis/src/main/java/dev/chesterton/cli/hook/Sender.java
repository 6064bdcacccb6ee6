package dev.chesterton.cli.hook;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The {@code git send-email} that waits for this call: the one thing all calls for a series have in common.
 *
 * @param key another one for another process, also where its number is used again; fit for a file name
 * @param arguments of its command line; empty where they cannot be told, or not all of them
 */
public record Sender(String key, List<String> arguments) {
  private static final String NAME = "git-send-email";

  /** Between it and a hook stand git itself, the shell of the hook and of those that call it in turn. */
  private static final int FARTHEST = 10;

  /** What the JDK gives of a command line is cut near 4096 bytes. */
  private static final int LONGEST = 3_500;

  public Sender {
    arguments = List.copyOf(arguments);
  }

  /** Among the processes that wait for this one; empty where nobody sends. */
  public static Optional<Sender> of(ProcessHandle process) {
    Optional<ProcessHandle> at = process.parent();
    for (int i = 0; i < FARTHEST && at.isPresent(); i++) {
      List<String> words = words(at.get());
      if (words.stream().limit(3).anyMatch(Sender::isProgram)) {
        int bytes = words.stream().mapToInt(word -> word.length() * 2).sum();
        return Optional.of(new Sender(key(at.get()), bytes < LONGEST ? words : List.of()));
      }
      at = at.flatMap(ProcessHandle::parent);
    }
    return Optional.empty();
  }

  private static List<String> words(ProcessHandle process) {
    return process.info().arguments().map(List::of).orElse(List.of());
  }

  private static boolean isProgram(String word) {
    return word.equals(NAME) || word.endsWith("/" + NAME);
  }

  private static String key(ProcessHandle process) {
    return process.pid() + "-"
        + process.info().startInstant().map(start -> start.toEpochMilli()).orElse(0L);
  }

  /** Whether the process a key was made for is there still. */
  static boolean isAlive(String key) {
    try {
      long pid = Long.parseLong(key.substring(0, Math.max(0, key.indexOf('-'))));
      return ProcessHandle.of(pid).filter(process -> key(process).equals(key)).isPresent();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** How many of the arguments are files in the folder of this one; with their place, empty where it is not among them. */
  Optional<SeriesPlace> placeOf(Path mail) {
    Path folder = Optional.ofNullable(mail.getParent()).orElse(Path.of("/"));
    List<String> names = arguments.stream()
        .map(word -> word.substring(word.lastIndexOf('/') + 1))
        .filter(name -> !name.isEmpty() && !name.startsWith("-"))
        .filter(name -> folder.resolve(name).toFile().isFile())
        .toList();
    int at = names.lastIndexOf(String.valueOf(mail.getFileName()));
    return at < 0 ? Optional.empty() : Optional.of(new SeriesPlace(at + 1, names.size()));
  }
}
