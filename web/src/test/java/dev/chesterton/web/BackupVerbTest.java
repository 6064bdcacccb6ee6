package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.cli.Main;
import dev.chesterton.cli.Outside;
import dev.chesterton.mail.MessageId;
import dev.chesterton.notes.Note;
import dev.chesterton.notes.Notes;
import dev.chesterton.notes.Signature;
import dev.chesterton.settings.NotesSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backup} on the command line, between two stores of one user. */
class BackupVerbTest {

  @TempDir
  private Path folder = Path.of("");

  private record Ended(int code, String out, String err) {}

  private Ended run(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Outside outside = new Outside(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), print(out), print(err),
        TestServer.CLOCK, Map.of("HOME", folder.toString()), folder);
    int code = Main.run(arguments, outside, new ChestertonWeb());
    return new Ended(code, out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  private void write(String store, String text) {
    Notes.of(new NotesSettings(folder.resolve(store + "-notes/notes.db"), Optional.empty(),
        Optional.empty(), Optional.empty()))
        .add(Note.of(new MessageId("a@example.org"), Optional.empty(),
            new Note.Edit(new Signature("Ann", TestServer.CLOCK.instant()), text)));
  }

  @Test
  void whatGoesOutComesBack() throws IOException {
    write("one", "text \u00e4\n\u001b[31m");
    assertThat(run("", "--store", "one", "backup", "export", "notes.jsonl")).isEqualTo(
        new Ended(0, "", "chesterton: 1 entries written\n"));
    Path file = folder.resolve("notes.jsonl");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(run("", "--store", "two", "backup", "restore", "notes.jsonl").err())
        .isEqualTo("chesterton: 1 entries and edits are new\n");
    String lines = run("", "--store", "two", "backup", "export").out();
    assertThat(lines).isEqualTo(Files.readString(file)).hasLineCount(3).doesNotContain("\u001b");
    assertThat(run(lines, "--store", "one", "backup", "restore", "-").err())
        .isEqualTo("chesterton: 0 entries and edits are new\n");
    assertThat(names()).containsExactlyInAnyOrder("one-notes", "two-notes", "notes.jsonl");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.map(path -> String.valueOf(path.getFileName())).toList();
    }
  }

  @Test
  void withoutNotesItIsHeadAndEndAndMakesNoDatabase() throws IOException {
    assertThat(run("", "backup", "export").out()).hasLineCount(2);
    assertThat(names()).isEmpty();
  }

  @Test
  void whatIsNoBackupIsRefusedInOneLine() throws IOException {
    List<Ended> ended = new ArrayList<>();
    ended.add(run("{}\n", "backup", "restore", "-"));
    ended.add(run("From a@example.org\n", "backup", "restore", "-"));
    ended.add(run("", "backup", "restore", "-"));
    assertThat(ended).allMatch(end -> end.code() == 65)
        .allSatisfy(end -> assertThat(end.err()).hasLineCount(1).contains("nothing was restored"));
    assertThat(run("", "backup", "restore", "none").code()).isEqualTo(66);
    assertThat(run("", "backup").code()).isEqualTo(2);
    assertThat(run("", "backup", "export", "none/notes.jsonl").code()).isEqualTo(74);
  }

  @Test
  void anAddressElsewhereNeedsAToken() throws IOException {
    Ended without = run("", "serve", "--listen", "192.0.2.7:8808");
    assertThat(without.code()).isEqualTo(2);
    assertThat(without.err()).contains("--token-file").hasLineCount(1);
    Path token = Files.writeString(folder.resolve("token"), TestServer.TOKEN);
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));
    Ended open = run("", "serve", "--token-file", "token");
    assertThat(open.code()).isEqualTo(78);
    assertThat(open.err()).contains("chmod 600").hasLineCount(1).doesNotContain(TestServer.TOKEN);
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    // A name is never looked up, whoever has a token.
    assertThat(run("", "serve", "--token-file", "token", "--listen", "example.org:8808").code())
        .isEqualTo(2);
  }
}
