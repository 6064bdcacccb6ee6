package dev.chesterton.cli.manual;

import static dev.chesterton.cli.manual.Roff.bold;
import static dev.chesterton.cli.manual.Roff.italic;
import static dev.chesterton.cli.manual.Roff.plain;

import dev.chesterton.settings.SettingKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of the program, or of one of its verbs with its parts, made from what they declare. The same
 * declarations make the same bytes: there is no date.
 */
public final class ManualPage {
  private static final String PROGRAM = "chesterton";
  private static final String SECTION = "1";

  /** A line of a list of exit codes in the text of a verb: its number, and what that means. */
  private static final Pattern CODE = Pattern.compile(" +(\\d+) +(.*)");

  private final CommandSpec command;
  private final Map<String, String> exitCodes;
  private final Roff page = new Roff();

  private ManualPage(CommandSpec command, Map<String, String> exitCodes) {
    this.command = command;
    this.exitCodes = exitCodes;
  }

  /**
   * A page in the language of man(7).
   *
   * @param command the program, or a verb of it
   * @param exitCodes all there are, with their meaning, for pages of verbs that list none of their own
   */
  public static String of(CommandLine command, Map<String, String> exitCodes) {
    ManualPage page = new ManualPage(command.getCommandSpec(), exitCodes);
    page.write();
    return page.page.toString();
  }

  /** The name of the page without its section: {@code chesterton-check}. */
  public static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName("-");
  }

  private void write() {
    String name = name(command.commandLine());
    page.comment("Made from the declarations of the verbs; CONTRIBUTING.md says how to remake it.")
        .request("TH", name.toUpperCase(Locale.ROOT), SECTION, "", PROGRAM, "Chesterton manual")
        // Paths and options are not to be broken, nor words be spread.
        .request("nh")
        .request("ad", "l");
    section("NAME");
    page.raw(plain(name) + " \\- " + plain(lowered(summary(command))));
    section("SYNOPSIS");
    synopses();
    section("DESCRIPTION");
    description(command);
    verbs();
    section("OPTIONS");
    options();
    section("EXIT STATUS");
    exitCodes().forEach((code, meaning) -> page.term(bold(code), meaning));
    surroundings();
    examples();
    seeAlso();
  }

  private void section(String title) {
    page.request("SH", title);
  }

  private boolean isProgram() {
    return command.parent() == null;
  }

  private static List<CommandSpec> below(CommandSpec command) {
    return command.subcommands().values().stream().map(CommandLine::getCommandSpec).toList();
  }

  private static Prose prose(CommandSpec command) {
    return command.userObject() instanceof Prose.Told told ? told.prose() : Prose.NONE;
  }

  /** The first line of what a command says of itself. */
  private static String summary(CommandSpec command) {
    return command.usageMessage().description()[0];
  }

  private static String lowered(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT)
        + sentence.substring(1).replaceFirst("\\.$", "");
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)
        + (words.endsWith(".") ? "" : ".");
  }

  private void synopses() {
    if (command.subcommands().isEmpty()) {
      synopsis(command);
    } else if (isProgram()) {
      page.request("SY", PROGRAM)
          .raw("[" + italic("OPTION") + "]... " + italic("VERB") + " [" + italic("ARGUMENT")
              + "]...")
          .request("YS");
    } else {
      below(command).forEach(this::synopsis);
    }
  }

  private void synopsis(CommandSpec of) {
    page.request("SY", of.qualifiedName(" "));
    ownOptions(of).forEach(option -> page.raw("[" + term(option, option.longestName()) + "]"));
    of.positionalParameters().forEach(parameter -> page.raw(term(parameter)));
    page.request("YS");
  }

  private static String term(PositionalParamSpec parameter) {
    String label = alternatives(parameter.paramLabel())
        + (parameter.arity().max() > 1 ? "..." : "");
    return parameter.arity().min() == 0 ? "[" + label + "]" : label;
  }

  /** {@code MSGID|FILE|-}: the bar and the dash are no names of something. */
  private static String alternatives(String label) {
    return String.join("|", Arrays.stream(label.split("\\|"))
        .map(word -> word.equals("-") ? bold(word) : italic(word))
        .toList());
  }

  private static String term(OptionSpec option, String... names) {
    String value = option.arity().max() == 0
        ? ""
        : (option.longestName().startsWith("--") ? "=" : " ") + alternatives(option.paramLabel());
    return String.join(", ", Arrays.stream(names).map(Roff::bold).toList()) + value;
  }

  /** Those that are not of every verb, by name; {@code -n} stands among the others. */
  private static List<OptionSpec> ownOptions(CommandSpec of) {
    return of.options()
        .stream()
        .filter(option -> !option.inherited() && option.scopeType() == CommandLine.ScopeType.LOCAL)
        .filter(option -> !option.hidden())
        .sorted((one, other) -> sortName(one).compareTo(sortName(other)))
        .toList();
  }

  private static String sortName(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  private void description(CommandSpec of) {
    String[] words = of.usageMessage().description();
    page.words(sentence(words[0]));
    texts(Arrays.asList(words).subList(1, words.length));
    texts(Arrays.asList(of.usageMessage().footer()));
    page.paragraphs(prose(of).paragraphs());
  }

  /** Lines of the help: an empty one ends a paragraph, one that begins with a space is as it is typed. */
  private void texts(List<String> lines) {
    for (int at = 0; at < lines.size();) {
      boolean isTyped = lines.get(at).startsWith(" ");
      int end = at;
      while (end < lines.size() && !lines.get(end).isBlank()
          && lines.get(end).startsWith(" ") == isTyped) {
        end++;
      }
      text(lines.subList(at, end), isTyped);
      at = Math.max(end, at + 1);
    }
  }

  private void text(List<String> lines, boolean isTyped) {
    List<Matcher> codes = lines.stream().map(CODE::matcher).filter(Matcher::matches).toList();
    if (isTyped && codes.size() == lines.size()) {
      codes.forEach(code -> page.term(bold(code.group(1)), code.group(2)));
    } else if (isTyped) {
      page.typed(lines.stream().map(String::strip).toList());
    } else if (!lines.isEmpty()) {
      page.request("PP").words(String.join(" ", lines));
    }
  }

  private void verbs() {
    if (command.subcommands().isEmpty()) {
      return;
    }
    section(isProgram() ? "VERBS" : "PARTS");
    for (CommandSpec below : below(command)) {
      if (isProgram()) {
        page.term(bold(below.qualifiedName("-")) + "(" + SECTION + ")",
            sentence(summary(below)));
      } else {
        page.request("SS", below.qualifiedName(" "));
        description(below);
        arguments(below);
      }
    }
  }

  private void options() {
    arguments(command);
    if (!isProgram()) {
      page.request("SS", "Of every verb");
    }
    command.options()
        .stream()
        .filter(option -> !ownOptions(command).contains(option) && !option.hidden())
        .sorted((one, other) -> sortName(one).compareTo(sortName(other)))
        .forEach(this::option);
  }

  /** What a command is given, without what all are. */
  private void arguments(CommandSpec of) {
    of.positionalParameters()
        .forEach(parameter -> page.term(alternatives(parameter.paramLabel()), meaning(parameter)));
    ownOptions(of).forEach(this::option);
  }

  private void option(OptionSpec option) {
    page.term(term(option, option.names()), meaning(option));
  }

  private static String meaning(ArgSpec argument) {
    String words = String.join(" ", argument.description())
        .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValueString()))
        .replace("${COMPLETION-CANDIDATES}", String.join(", ", candidates(argument)));
    return sentence(words);
  }

  private static Iterable<String> candidates(ArgSpec argument) {
    Iterable<String> candidates = argument.completionCandidates();
    return candidates == null ? List.of() : candidates;
  }

  private Map<String, String> exitCodes() {
    Map<String, String> own = command.usageMessage().exitCodeList();
    return own.isEmpty() ? exitCodes : own;
  }

  private void surroundings() {
    section("FILES");
    for (Surrounding file : Surrounding.FILES) {
      page.term(italic(file.name()), file.meaning());
    }
    section("CONFIGURATION");
    if (isProgram()) {
      configuration();
      section("ENVIRONMENT");
      Surrounding.VARIABLES.forEach(
          variable -> page.term(bold(variable.name()), variable.meaning()));
    } else {
      page.words(Surrounding.WHERE_SETTINGS_ARE);
    }
  }

  private void configuration() {
    page.words(Surrounding.SETTINGS);
    for (SettingKey key : SettingKey.values()) {
      page.term(bold("chesterton." + key.template()), sentence(key.meaning())
          + (key.standard().isEmpty() ? "" : " Default: " + key.standard() + "."));
    }
  }

  private void examples() {
    Stream<CommandSpec> parts = isProgram() ? Stream.empty() : below(command).stream();
    List<Prose.Example> examples = Stream.concat(Stream.of(command), parts)
        .flatMap(of -> prose(of).examples().stream())
        .toList();
    if (!examples.isEmpty()) {
      section("EXAMPLES");
      // A section begins a paragraph by itself.
      example(examples.getFirst());
      examples.stream().skip(1).forEach(another -> {
        page.request("PP");
        example(another);
      });
    }
  }

  private void example(Prose.Example example) {
    page.words(example.meaning()).typed(example.command().lines().toList());
  }

  private void seeAlso() {
    section("SEE ALSO");
    List<String> pages = new ArrayList<>();
    if (isProgram()) {
      below(command).forEach(below -> pages.add(below.qualifiedName("-")));
    } else {
      pages.add(PROGRAM);
    }
    pages.addAll(prose(command).related());
    page.raw(String.join(", ", pages.stream().map(ManualPage::reference).toList()));
  }

  /** {@code git(1)}; a page without a section is one of ours. */
  private static String reference(String name) {
    int at = name.indexOf('(');
    return at < 0 ? bold(name) + "(" + SECTION + ")"
        : bold(name.substring(0, at)) + name.substring(at);
  }
}
