package dev.chesterton.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.index.StoreException;
import dev.chesterton.settings.NotesSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteNotesTest extends NotesContractTest {

  @TempDir
  private Path folder = Path.of("");

  @Override
  Notes open() {
    return in(folder.resolve("store-notes/notes.db"));
  }

  @Override
  Notes openOther() {
    return in(folder.resolve("other %41 folder?/notes.db"));
  }

  private static Notes in(Path file) {
    return Notes.of(
        new NotesSettings(file, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void readingMakesNoFile() throws IOException {
    assertEmpty(open());
    try (Stream<Path> inside = Files.list(folder)) {
      assertThat(inside).isEmpty();
    }
  }

  @Test
  void fileAndFolderAreOfTheirOwnerAlone() throws IOException {
    open().add(note("text", 0));
    Path file = folder.resolve("store-notes/notes.db");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    try (Stream<Path> inside = Files.list(file.getParent())) {
      assertThat(inside).containsExactly(file);
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsNamed() throws IOException {
    Path file = folder.resolve("notes.db");
    Files.writeString(file,
        "this is no database, and long enough to be looked at as one".repeat(9));
    assertThatThrownBy(() -> in(file).about(PATCH)).isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> in(file).add(note("text", 0))).isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString());
  }
}
