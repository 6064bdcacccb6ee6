package dev.chesterton.cli.completion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A place in a command line: behind the program, a verb, or a part of a verb.
 *
 * @param path verb and part, with a space between; empty for the program
 * @param description in a few words
 * @param below words that may follow: verbs, parts of a verb
 * @param arguments what may stand where no option stands
 */
record Place(String path, String description, List<Place> below, List<Choice> options,
    Values arguments) {
  private static final int LONGEST = 60;
  /** Of a verb that explains the others. */
  private static final String VERB = "VERB";

  Place {
    below = List.copyOf(below);
    options = List.copyOf(options);
  }

  /**
   * An option.
   *
   * @param names as they are typed, the longest last
   * @param takesValue with {@code =} behind a long name
   */
  record Choice(List<String> names, String description, boolean takesValue, Values values) {
    Choice {
      names = List.copyOf(names);
    }

    static Choice of(OptionSpec option) {
      Values values = Values.of(option);
      String words = brief(String.join(" ", option.description()));
      // A description that begins with the choices would be the first of them.
      return new Choice(Arrays.asList(option.names()), values.words().contains(words)
          ? option.paramLabel().toLowerCase(Locale.ROOT)
          : words, option.arity().max() > 0, values);
    }

    static boolean isLong(String name) {
      return name.startsWith("--");
    }
  }

  /** The last word of the path. */
  String word() {
    return path.substring(path.lastIndexOf(' ') + 1);
  }

  /** This place and all below it. */
  Stream<Place> all() {
    return Stream.concat(Stream.of(this), below.stream().flatMap(Place::all));
  }

  /** The program with all its verbs. */
  static Place of(CommandSpec program) {
    return of(program, "", List.copyOf(program.subcommands().keySet()));
  }

  private static Place of(CommandSpec command, String path, List<String> verbs) {
    List<Place> below = command.subcommands()
        .values()
        .stream()
        .map(CommandLine::getCommandSpec)
        .map(of -> of(of, path.isEmpty() ? of.name() : path + " " + of.name(), verbs))
        .toList();
    List<Choice> options = command.options()
        .stream()
        .filter(option -> !option.hidden())
        .sorted(Comparator.comparing(OptionSpec::longestName))
        .map(Choice::of)
        .toList();
    return new Place(path, brief(command.usageMessage().description()[0]), below, options,
        arguments(command, verbs));
  }

  private static Values arguments(CommandSpec command, List<String> verbs) {
    return command.positionalParameters()
        .stream()
        .findFirst()
        .map(parameter -> {
          List<String> explained = new ArrayList<>(verbs);
          explained.add("config");
          return parameter.paramLabel().equals(VERB) ? Values.words(explained)
              : Values.of(parameter);
        })
        .orElse(Values.NONE);
  }

  /** The first clause; a list of choices has no room for more. */
  private static String brief(String words) {
    String clause = words.split("[:;(]|, |\\. |\\.$", 2)[0].strip();
    String shown = clause.length() <= LONGEST ? clause : clause.substring(0, LONGEST).strip();
    return shown.substring(0, 1).toLowerCase(Locale.ROOT) + shown.substring(1);
  }
}
