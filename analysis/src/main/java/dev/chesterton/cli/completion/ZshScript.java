package dev.chesterton.cli.completion;

import dev.chesterton.cli.completion.Place.Choice;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For zsh: a function for each place, in the words of {@code _arguments}. */
final class ZshScript {
  private static final String BEGIN = """
      #compdef chesterton
      # Completes chesterton in zsh. Made by 'chesterton completion zsh'; to use it, put it into a folder of $fpath as
      # _chesterton, or into ~/.zshrc behind compinit: source <(chesterton completion zsh)

      # Words that the program knows.
      _chesterton_known() {
        local -a known
        known=(${(f)"$(chesterton completion --values=$1 2>/dev/null)"})
        compadd -a known
      }
      """;

  private static final String END = """

      if [[ ${funcstack[1]} == _chesterton ]]; then
        _chesterton "$@"
      else
        compdef _chesterton chesterton
      fi
      """;

  private ZshScript() {}

  static String of(Place program) {
    return BEGIN + program.all().map(ZshScript::function).collect(Collectors.joining()) + END;
  }

  private static String name(Place place) {
    return "_chesterton" + (place.path().isEmpty() ? "" : "_" + place.path().replace(' ', '_'));
  }

  private static String function(Place place) {
    String options = place.options()
        .stream()
        .map(ZshScript::option)
        .collect(Collectors.joining());
    return "\n" + name(place) + "() {\n" + (place.below().isEmpty()
        ? "  _arguments -s -S" + options + argument(place) + "\n"
        : branch(place, options)) + "}\n";
  }

  private static String branch(Place place, String options) {
    return "  local curcontext=$curcontext state line\n"
        + "  local -a verbs\n  verbs=(" + place.below()
            .stream()
            .map(below -> "\n    " + Shell.quoted(below.word() + ":" + below.description()))
            .collect(Collectors.joining())
        + "\n  )\n  _arguments -C -S" + options
        + " \\\n    '1:verb:->verb' '*::argument:->behind' && return\n"
        + "  case $state in\n    verb) _describe -t verbs verb verbs ;;\n"
        + "    behind)\n      case $words[1] in\n" + place.below()
            .stream()
            .map(below -> "        " + below.word() + ") " + name(below) + " ;;\n")
            .collect(Collectors.joining())
        + "      esac ;;\n  esac\n";
  }

  /** One for each name of an option; {@code *} in front where it may come again. */
  private static String option(Choice option) {
    return option.names()
        .stream()
        .map(name -> " \\\n    " + Shell.quoted(name
            + (option.takesValue() && Choice.isLong(name) ? "=" : "")
            + "[" + escaped(option.description()) + "]"
            + (option.takesValue() ? ":value:" + action(option.values()) : "")))
        .collect(Collectors.joining());
  }

  private static String argument(Place place) {
    return " \\\n    " + Shell.quoted("*:argument:" + action(place.arguments()));
  }

  private static String action(Values values) {
    return switch (values.source()) {
      case NOTHING -> " ";
      case WORDS -> "(" + String.join(" ", values.words()) + ")";
      case FILES -> "_files";
      case FOLDERS -> "_files -/";
      case LISTS, RULES -> "_chesterton_known " + values.source().word();
    };
  }

  private static String escaped(String text) {
    return Stream.of("\\", "[", "]", ":")
        .reduce(text, (done, sign) -> done.replace(sign, "\\" + sign));
  }
}
