package dev.chesterton.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The page of a program that has what ours may have one day. */
class ManualPageTest {

  /** How it weighs. */
  enum Weight {
    light, heavy
  }

  @Command(name = "lift", description = "lift things", footer = {"", "Up and down. Exit codes:", "",
    "  0  it is up", "  1  it is too heavy for whoever tried, and may be so for others", "",
    "  as typed,  with gaps"})
  private static final class Lift implements Runnable {

    @Option(names = {"-w",
      "--weight"}, paramLabel = "HOW", description = "one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Weight weight = Weight.light;

    @Option(names = "--secret", hidden = true, description = "not told")
    private boolean secret;

    @Parameters(paramLabel = "THING|-", arity = "1..*", description = "what")
    private String thing = "";

    @Override
    public void run() {
      throw new IllegalStateException(weight + thing + secret);
    }
  }

  private static String page() {
    return ManualPage.of(new CommandLine(new Lift()), Map.of("9", "it fell"));
  }

  @Test
  void choicesAndDefaultsAreWrittenOut() {
    assertThat(page())
        .contains(".TP\n\\fB\\-w\\fR, \\fB\\-\\-weight\\fR=\\fIHOW\\fR\nOne of light, heavy"
            + " (default: light).\n")
        .contains("[\\fB\\-\\-weight\\fR=\\fIHOW\\fR]\n\\fITHING\\fR|\\fB\\-\\fR...\n");
  }

  @Test
  void hiddenOptionsAreNotTold() {
    assertThat(page()).doesNotContain("secret", "not told");
  }

  @Test
  void exitCodesInTheTextAreAListAndOtherLinesAreAsTyped() {
    assertThat(page()).contains(".TP\n\\fB0\\fR\nit is up\n.TP\n\\fB1\\fR\nit is too heavy",
        ".nf\nas typed,  with gaps\n.fi\n", ".TP\n\\fB9\\fR\nit fell\n");
  }
}
