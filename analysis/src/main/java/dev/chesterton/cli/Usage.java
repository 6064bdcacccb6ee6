package dev.chesterton.cli;

import dev.chesterton.settings.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong usage, told in one line with the nearest right word. */
final class Usage {
  private static final Set<Class<?>> NUMBERS = Set.of(int.class, long.class, double.class);

  private Usage() {}

  /** What is wrong with the arguments, and what to write instead. */
  static String explain(ParameterException failure, Collection<String> verbs) {
    CommandLine command = failure.getCommandLine();
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched.getUnmatched().getFirst(), command, verbs);
    }
    if (failure instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing(missing.getMissing().getFirst()) + see(command);
    }
    return Optional.ofNullable(failure.getArgSpec())
        .map(argument -> wrongValue(argument, String.valueOf(failure.getValue())))
        .orElseGet(() -> firstLine(failure)) + see(command);
  }

  private static String missing(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? "no " + argument.paramLabel() + " behind '" + option.longestName() + "'"
        : argument.paramLabel() + " is missing";
  }

  private static String wrongValue(ArgSpec argument, String value) {
    String where = argument instanceof OptionSpec option ? option.longestName() + " " : "";
    Iterable<String> candidates = argument.completionCandidates();
    if (candidates != null) {
      return "%s'%s' is no %s: one of %s".formatted(where, value, argument.paramLabel(),
          String.join(", ", candidates));
    }
    return argument.arity().max() == 0
        ? where + "takes no value, and has '" + value + "'"
        : "%s'%s' is no %s".formatted(where, value,
            NUMBERS.contains(argument.typeInfo().getType()) ? "number" : argument.paramLabel());
  }

  private static String unknownVerb(String word, Collection<String> verbs) {
    return "unknown verb '" + word + "'"
        + nearest(word, verbs).map(Usage::didYouMean).orElse("; see 'chesterton help'");
  }

  private static String unmatched(String word, CommandLine command,
      Collection<String> verbs) {
    if (command.getParent() == null && !word.startsWith("-")) {
      return unknownVerb(word, verbs);
    }
    if (!word.startsWith("-") && !command.getSubcommands().isEmpty()) {
      return "unknown verb '" + word + "' behind '" + command.getCommandName() + "'"
          + nearest(word, command.getSubcommands().keySet()).map(Usage::didYouMean)
              .orElse(see(command));
    }
    if (!word.startsWith("-")) {
      return "unexpected argument '" + word + "'" + see(command);
    }
    return "unknown option '" + word + "'"
        + nearest(bare(word), names(command).map(Usage::bare).distinct().toList())
            .flatMap(near -> names(command).filter(name -> bare(name).equals(near)).findFirst())
            .map(Usage::didYouMean)
            .orElse(see(command));
  }

  private static Stream<String> names(CommandLine command) {
    return command.getCommandSpec().options().stream().map(OptionSpec::longestName);
  }

  /** Without what all options have in common: that makes no two of them alike. */
  private static String bare(String option) {
    return option.replaceFirst("^-+", "").replaceFirst("=.*$", "");
  }

  /** The help knows verbs, and not the parts of one. */
  private static String verbOf(CommandLine command) {
    CommandLine parent = command.getParent();
    return parent == null ? ""
        : parent.getParent() == null ? " " + command.getCommandName() : verbOf(parent);
  }

  private static String firstLine(ParameterException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.lines().findFirst().orElse("wrong arguments");
  }

  private static String see(CommandLine command) {
    return "; see 'chesterton help" + verbOf(command) + "'";
  }

  private static String didYouMean(String word) {
    return "; did you mean '" + word + "'?";
  }

  /** The nearest known word if it is near at all: at most half of the letters differ. */
  private static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .sorted()
        .min(Comparator.comparingInt(candidate -> EditDistance.between(word, candidate)))
        .filter(candidate -> EditDistance.between(word, candidate) * 2 <= word.length());
  }
}
