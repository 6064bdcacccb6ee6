package dev.chesterton.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleBookTest {
  private static final RuleBook RULES = RuleBook.ofProgram();

  @Test
  void hasARuleForEveryPageAndAPageForEveryRule() throws IOException {
    assertThat(RULES.pages()).extracting(page -> page.id() + ".md")
        .containsExactlyInAnyOrderElementsOf(pageFiles());
  }

  @Test
  void tellsOnEveryPageWhatItLooksForAndWhyItExists() {
    assertThat(RULES.pages()).isNotEmpty()
        .allSatisfy(page -> assertThat(page.markdown()).contains("**What it looks for.**",
            "**What it does not look for.**", "**What to ask.**", "**Why this rule exists.**"));
  }

  @Test
  void findsAPageByItsId() {
    for (RulePage page : RULES.pages()) {
      assertThat(RULES.page(page.id().value())).contains(page);
    }
    assertThat(RULES.page("no-such-rule")).isEmpty();
  }

  private static List<String> pageFiles() throws IOException {
    try (Stream<Path> files = Files.list(Checkout.folder().resolve("config/rules"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
