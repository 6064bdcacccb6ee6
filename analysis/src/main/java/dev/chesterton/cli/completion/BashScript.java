package dev.chesterton.cli.completion;

import dev.chesterton.cli.completion.Place.Choice;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For bash, from version 4 on, with or without the package bash-completion. Tables from the declarations, and one
 * function that reads them.
 */
final class BashScript {
  private static final String BEGIN = """
      # Completes chesterton in bash. Made by 'chesterton completion bash'; to use it, put into ~/.bashrc:
      #   source <(chesterton completion bash)
      """;

  private static final String READER = """
      # The words and folders for $1, a word before which a ':' stands for a kind of it.
      _chesterton_fill() {
        local IFS=$'\\n'
        case $1 in
          :files) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$2")) ;;
          :folders) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$2")) ;;
          :nothing) COMPREPLY=() ;;
          :*) COMPREPLY=($(compgen -W "$("$3" "${given[@]}" completion --values="${1#:}" 2>/dev/null)" -- "$2")) ;;
          *) COMPREPLY=($(compgen -W "${1// /$IFS}" -- "$2")) ;;
        esac
      }

      _chesterton() {
        local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} path= front= at word ended=
        local -a given=()
        COMPREPLY=()
        for ((at = 1; at < COMP_CWORD; at++)); do
          word=${COMP_WORDS[at]}
          if [[ $word == -- ]]; then
            ended=yes
          elif [[ -z $ended && $word == -* ]]; then
            # The value of an option is no verb. '=' is a word of its own, as a rule.
            if _chesterton_values "$path" "$word"; then
              [[ ${COMP_WORDS[at+1]} == = ]] && ((at++))
              ((at++))
              # What the program is asked for, it is asked with the same store and settings.
              [[ -z $path ]] && given+=("$word" "${COMP_WORDS[at]}")
            fi
          elif _chesterton_below "$path" && [[ " $REPLY " == *" $word "* ]]; then
            path=${path:+$path }$word
          fi
        done
        if [[ -z $ended ]]; then
          if [[ $current == = ]]; then
            current=
          elif [[ $before == = ]]; then
            before=${COMP_WORDS[COMP_CWORD-2]}
          elif [[ $current == --*=* ]]; then
            before=${current%%=*} front=${current%%=*}= current=${current#*=}
          fi
          if [[ $before == -* ]] && _chesterton_values "$path" "$before"; then
            _chesterton_fill "$REPLY" "$current" "$1"
            COMPREPLY=("${COMPREPLY[@]/#/$front}")
            return
          fi
          if [[ $current == -* ]]; then
            _chesterton_options "$path"
            _chesterton_fill "$REPLY" "$current" "$1"
            [[ ${#COMPREPLY[@]} == 1 && $COMPREPLY == *= ]] && compopt -o nospace 2>/dev/null
            return
          fi
        fi
        if _chesterton_below "$path"; then
          _chesterton_fill "$REPLY" "$current" "$1"
        else
          _chesterton_arguments "$path"
          _chesterton_fill "$REPLY" "$current" "$1"
        fi
      }

      complete -F _chesterton chesterton ./chesterton
      """;

  private BashScript() {}

  static String of(Place program) {
    return BEGIN
        + table("below", "$1", program.all()
            .filter(place -> !place.below().isEmpty())
            .map(place -> line(Shell.quoted(place.path()), words(place.below())))
            .toList())
        + table("options", "$1", program.all()
            .map(place -> line(Shell.quoted(place.path()), names(place)))
            .toList())
        + table("values", "$1 $2", program.all().flatMap(BashScript::values).toList())
        + table("arguments", "$1", program.all()
            .map(place -> line(Shell.quoted(place.path()), words(place.arguments())))
            .toList())
        + "\n" + READER;
  }

  /** A function that puts an entry into REPLY, and fails where there is none. */
  private static String table(String name, String key, List<String> lines) {
    return "\n_chesterton_" + name + "() {\n  case \"" + key + "\" in\n" + String.join("", lines)
        + "    *) return 1 ;;\n  esac\n}\n";
  }

  private static String line(String pattern, String reply) {
    return "    " + pattern + ") REPLY=" + Shell.quoted(reply) + " ;;\n";
  }

  private static String words(List<Place> places) {
    return places.stream().map(Place::word).collect(Collectors.joining(" "));
  }

  private static String names(Place place) {
    return place.options()
        .stream()
        .flatMap(option -> option.names()
            .stream()
            .map(name -> option.takesValue() && Choice.isLong(name) ? name + "=" : name))
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> values(Place place) {
    return place.options()
        .stream()
        .filter(Choice::takesValue)
        .map(option -> line(option.names()
            .stream()
            .map(name -> Shell.quoted(place.path() + " " + name))
            .collect(Collectors.joining(" | ")), words(option.values())));
  }

  private static String words(Values values) {
    return values.source() == Values.Source.WORDS
        ? String.join(" ", values.words())
        : ":" + values.source().word();
  }
}
