package dev.chesterton.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every specimen of src/test/resources/change, read by us and by the git of the machine. */
class DiffAgainstGitTest {

  @TempDir
  private Path folder;

  static List<Path> specimens() throws IOException, URISyntaxException {
    Path folder = Path.of(DiffAgainstGitTest.class.getResource("/change").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".patch")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void countsLinesAsGitApplyDoes(Path specimen) throws IOException {
    String ours = parse(specimen).change()
        .files()
        .stream()
        .map(DiffAgainstGitTest::numbers)
        .collect(Collectors.joining());
    assertThat(ours).isEqualTo(git(specimen, "apply", "--numstat", "-z"));
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void hasThePatchIdOfGit(Path specimen) throws IOException {
    String ours = parse(specimen).patchId().map(PatchId::hex).orElse("");
    String gits = git(specimen, "patch-id", "--stable");
    assertThat(ours).isEqualTo(gits.substring(0, Math.min(40, gits.length())));
  }

  private static DiffText parse(Path specimen) throws IOException {
    return DiffParser.parse(Files.readString(specimen), 1).value();
  }

  private static String numbers(FileChange file) {
    String counts = file.binary()
        ? "-\t-"
        : file.added().count() + "\t" + file.removed().count();
    return counts + "\t" + file.newPath() + "\0";
  }

  private String git(Path input, String... arguments) throws IOException {
    Path output = folder.resolve("output");
    List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
    try {
      int exit = new ProcessBuilder(command).directory(folder.toFile())
          .redirectInput(input.toFile())
          .redirectOutput(output.toFile())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      assertThat(exit).as("%s reads %s", command, input.getFileName()).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (IOException e) {
      assumeTrue(false, "no git on this machine: " + e.getMessage());
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
