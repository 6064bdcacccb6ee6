package dev.chesterton.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.settings.SettingsReader;
import dev.chesterton.settings.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeLimitsTest {
  @TempDir
  private Path home;

  @Test
  void eachComesFromTheKeyOfItsName() {
    assertThat(limits()).isEqualTo(TreeLimits.DEFAULT);
    assertThat(limits("limit.file=2001", "limit.lines=2", "limit.entries=3"))
        .isEqualTo(new TreeLimits(2_001, 2, 3));
  }

  private TreeLimits limits(String... overrides) {
    return TreeLimits.of(new SettingsReader(new Surroundings(Map.of(), home, home))
        .read(Optional.empty(), Optional.empty(), List.of(overrides))
        .limits());
  }
}
