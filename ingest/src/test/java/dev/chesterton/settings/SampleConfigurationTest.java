package dev.chesterton.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample people copy, {@code config/chesterton.config}, must not drift from the keys there are.
 */
class SampleConfigurationTest {

  private static final Path SAMPLE = Path.of("../config/chesterton.config");

  @TempDir
  Path home;

  @Test
  void changesNothingAsItStands() {
    assertThat(read(SAMPLE).inForce())
        .allMatch(setting -> setting.origin() instanceof Origin.Default);
  }

  @Test
  void namesEveryKeyAndReadsWhenSwitchedOn() throws IOException {
    assertThat(switchedOn().inForce()).extracting(Setting::key)
        .containsExactlyInAnyOrder(SettingKey.values());
  }

  @Test
  void showsTheDefaults() throws IOException {
    List<Setting> defaults = read(SAMPLE).inForce();

    assertThat(switchedOn().inForce()).filteredOn(setting -> !setting.key().standard().isEmpty())
        .filteredOn(setting -> setting.key() != SettingKey.RULE)
        .allSatisfy(shown -> assertThat(defaults)
            .anySatisfy(standard -> assertThat(shown.value().replace("~", home.toString()))
                .isEqualTo(standard.value())));
  }

  @Test
  void explainsEveryKeyInItsWords() throws IOException {
    String sample = Files.readString(SAMPLE);

    assertThat(Arrays.stream(SettingKey.values()).map(SettingKey::meaning))
        .allSatisfy(meaning -> assertThat(sample).contains(meaning.replaceFirst(":.*|;.*", "")));
  }

  private Settings switchedOn() throws IOException {
    String text = Files.readString(SAMPLE).replaceAll("(?m)^#(?=\t|\\[)", "");
    return read(Files.writeString(home.resolve("config"), text));
  }

  private Settings read(Path file) {
    return new SettingsReader(new Surroundings(Map.of(), home, home))
        .read(Optional.of(file.toAbsolutePath()), Optional.empty(), List.of());
  }
}
