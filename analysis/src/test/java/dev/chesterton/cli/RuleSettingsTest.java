package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.SampleStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the configuration says of rules counts. */
class RuleSettingsTest {
  @TempDir
  private static Path home;

  private static SampleStore samples;
  private final TestOutside outside = new TestOutside(home);

  @BeforeAll
  static void makeTheStore() throws Exception {
    samples = SampleStore.in(home.resolve("samples"));
  }

  @ParameterizedTest
  @CsvSource({"rule.removed-worker=check,0,CHECK", "rule.removed-worker=error,1,ERROR",
    "rule.removed-worker=true,1,WARNING", "failOn=error,0,WARNING", "failOn=never,0,WARNING"})
  void severityAndExitCodeFollowTheConfiguration(String setting, int exitCode, String word) {
    assertThat(check("--config", setting)).isEqualTo(exitCode);
    assertThat(outside.out()).contains(": " + word + ": removes the worker");
  }

  @Test
  void aRuleThatIsOffSaysNothing() {
    check("--config", "rule.removed-worker=false");
    assertThat(outside.out()).doesNotContain("[removed-worker]");
  }

  @Test
  void theOptionComesBeforeTheConfiguration() {
    assertThat(check("--config", "failOn=never", "--fail-on", "warning")).isEqualTo(1);
  }

  private int check(String... options) {
    List<String> arguments = new ArrayList<>(
        List.of("--store", samples.folder().toString(), "check", "--terse"));
    arguments.addAll(List.of(options));
    arguments.add(SampleStore.REMOVAL);
    return outside.run(arguments.toArray(String[]::new));
  }
}
