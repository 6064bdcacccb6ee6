package dev.chesterton.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {

  private static final String SECRET = "a-secret-of-24-characters";

  @TempDir
  private Path folder = Path.of("");

  private Path file(String text, String mode) throws IOException {
    Path file = Files.writeString(folder.resolve("token"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return file;
  }

  @Test
  void theFirstLineIsTheSecret() throws IOException {
    assertThat(SecretFile.read(file(SECRET + " \nmore\n", "rw-------"), "token", 20))
        .isEqualTo(SECRET);
    assertThat(SecretFile.read(file(SECRET, "r--------"), "token", 20)).isEqualTo(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------", "rw-rw-rw-"})
  void aFileThatOthersMayUseIsRefused(String mode) throws IOException {
    Path file = file(SECRET, mode);
    assertRefused(file, "chmod 600");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "\na-secret-of-24-characters",
    "a secret with white space in",
    "a-secret-with-\u00e4-umlaut-in"})
  void whatIsNoSecretIsRefusedWithoutRepeatingIt(String text) throws IOException {
    assertRefused(file(text, "rw-------"), "at least 20");
  }

  @Test
  void linksFoldersAndNothingAreRefused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), file(SECRET, "rw-------"));
    assertRefused(link, "not a plain file");
    assertRefused(folder, "not a plain file");
    assertRefused(folder.resolve("none"), "does not exist");
  }

  private static void assertRefused(Path file, String why) {
    assertThatThrownBy(() -> SecretFile.read(file, "token", 20))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(why)
        .hasMessageNotContaining("secret-")
        .satisfies(thrown -> assertThat(String.valueOf(thrown.getMessage())).hasLineCount(1));
  }
}
