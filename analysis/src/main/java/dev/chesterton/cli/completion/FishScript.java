package dev.chesterton.cli.completion;

import dev.chesterton.cli.completion.Place.Choice;
import java.util.stream.Collectors;

/** For fish: one line a word or option, with its description. */
final class FishScript {
  private static final String BEGIN = """
      # Completes chesterton in fish. Made by 'chesterton completion fish'; to use it:
      #   chesterton completion fish >~/.config/fish/completions/chesterton.fish

      # The verb, and the part of it, that the line has so far; options and their values left out.
      function __chesterton_path
          set -l path
          set -l skip
          for word in (commandline -opc)[2..]
              if test -n "$skip"
                  set skip
              else if contains -- $word -C --store --config --config-file
                  set skip yes
              else if not string match -q -- '-*' $word
                  set -a path $word
              end
              test (count $path) -lt 2; or break
          end
          echo "$path"
      end

      # Whether the line stands behind this verb.
      function __chesterton_at
          set -l path (__chesterton_path)
          test "$path" = "$argv"; or string match -q -- "$argv *" $path
      end

      # Whether the line stands right behind it.
      function __chesterton_right_behind
          test (__chesterton_path) = "$argv"
      end

      complete -c chesterton -f
      """;

  private FishScript() {}

  static String of(Place program) {
    return BEGIN + program.all().map(FishScript::lines).collect(Collectors.joining());
  }

  private static String lines(Place place) {
    StringBuilder lines = new StringBuilder("\n");
    place.below()
        .forEach(below -> lines.append(complete(rightBehind(place) + " -a " + quoted(below.word()),
            below.description())));
    if (place.below().isEmpty()) {
      String values = values(place.arguments());
      lines.append(values.isEmpty() ? "" : complete(at(place) + values, ""));
      place.options()
          .forEach(option -> lines
              .append(complete(at(place) + names(option), option.description())));
    } else if (place.path().isEmpty()) {
      place.options()
          .forEach(option -> lines
              .append(complete(rightBehind(place) + names(option), option.description())));
    }
    return lines.toString();
  }

  private static String rightBehind(Place place) {
    return " -n " + quoted("__chesterton_right_behind " + quoted(place.path()));
  }

  private static String at(Place place) {
    return " -n " + quoted("__chesterton_at " + place.path());
  }

  private static String names(Choice option) {
    StringBuilder names = new StringBuilder();
    for (String name : option.names()) {
      names.append(Choice.isLong(name) ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
    }
    return names + (option.takesValue() ? value(option.values()) : "");
  }

  /** Where files are no answer, they are not offered beside the words. */
  private static String value(Values values) {
    return (values.source() == Values.Source.FILES ? " -r" : " -x") + values(values);
  }

  private static String values(Values values) {
    return switch (values.source()) {
      case NOTHING -> "";
      case WORDS -> " -a " + quoted(String.join(" ", values.words()));
      case FILES -> " -F";
      case FOLDERS -> " -a " + quoted("(__fish_complete_directories)");
      case LISTS, RULES -> " -a " + quoted(
          "(chesterton completion --values=" + values.source().word() + " 2>/dev/null)");
    };
  }

  private static String complete(String what, String description) {
    return "complete -c chesterton" + what
        + (description.isEmpty() ? "" : " -d " + quoted(description)) + "\n";
  }

  /** Inside of single quotes fish knows two escapes. */
  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
