package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, outside of a checkout, with JDKs that only say how they were called. */
class LauncherTest {
  private static final String CLI = "dev.chesterton.cli.Main";
  private static final String WEB = "dev.chesterton.web.ChestertonWeb";

  @TempDir
  private Path folder;
  private Path launcher;

  @BeforeEach
  void copyTheLauncher() throws IOException {
    launcher = Files.copy(Checkout.folder().resolve("chesterton"), folder.resolve("chesterton"));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"serve,true", "demo,true", "backup,true", "check,false", "ingest,false",
    "version,false",
    "unknown,false"})
  void onlyThePagesGetTheClassPathOfThePages(String verb, boolean pages) throws Exception {
    Ended ended = run(Map.of("CHESTERTON_JAVA", jdk("new", "25.0.1").toString()), verb);
    assertThat(ended.out()).contains((pages ? WEB : CLI) + " " + verb)
        .contains("/" + (pages
            ? "web"
            : "analysis") + "/target/lib/*")
        .doesNotContain(pages ? CLI : WEB);
  }

  @Test
  void optionsBeforeTheVerbDoNotHideIt() throws Exception {
    Ended ended = run(Map.of("CHESTERTON_JAVA", jdk("new", "25").toString()), "--store", "check",
        "-C", "x", "serve",
        "--listen", "127.0.0.1:0");
    assertThat(ended.out()).contains(WEB + " --store check -C x serve --listen 127.0.0.1:0");
  }

  /** Nothing is built or loaded for pages that nobody asked for. */
  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "--version", "serve --help", "demo -h", "--help backup"})
  void helpAndVersionNeedNoPages(String arguments) throws Exception {
    Ended ended = run(Map.of("CHESTERTON_JAVA", jdk("new", "25").toString()),
        arguments.split(" "));
    assertThat(ended.out()).contains(CLI + " " + arguments).doesNotContain(WEB);
  }

  @Test
  void wordsBehindTwoDashesAreNoOptions() throws Exception {
    Ended ended = run(Map.of("CHESTERTON_JAVA", jdk("new", "25").toString()), "demo", "--",
        "--help");
    assertThat(ended.out()).contains(WEB + " demo -- --help");
  }

  /** Maven writes colour resets, whatever it is told. */
  @Test
  void ofABuildThatGoesWellNothingIsSeen() throws Exception {
    Files.writeString(folder.resolve("pom.xml"), "");
    Ended ended = build("printf '\\033[0m'");
    assertThat(ended.err()).doesNotContain("\u001b").startsWith("chesterton: building (");
    assertThat(ended.out()).contains(CLI + " version");
  }

  @Test
  void ofABuildThatFailsAllIsSeen() throws Exception {
    Files.writeString(folder.resolve("pom.xml"), "");
    Ended ended = build("echo 'no such symbol'; exit 1");
    assertThat(ended.err()).contains("no such symbol",
        "chesterton: the build failed, see above");
    assertThat(ended.exitCode()).isEqualTo(78);
  }

  /** Runs the launcher with a Maven that does only this. */
  private Ended build(String maven) throws Exception {
    Path programs = Files.createDirectories(folder.resolve("programs"));
    Path program = programs.resolve("mvn");
    Files.writeString(program, "#!/bin/sh\n" + maven + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.createDirectories(folder.resolve("config/rules"));
    Files.createDirectories(folder.resolve("analysis/src/main"));
    Files.createDirectories(folder.resolve("analysis/target"));
    Files.writeString(folder.resolve("analysis/pom.xml"), "");
    return run(Map.of("CHESTERTON_JAVA", jdk("new", "25").toString(), "PATH",
        programs + ":/usr/bin:/bin"), "version");
  }

  @Test
  void anOlderJdkIsPassedOver() throws Exception {
    Path newer = jdk("newer", "99");
    Ended ended = run(
        Map.of("JAVA_HOME", jdk("old", "17.0.15").toString(), "PATH",
            newer.resolve("bin") + ":/usr/bin:/bin"),
        "version");
    assertThat(ended.out()).startsWith(newer + "/bin/java");
  }

  @Test
  void javaHomeComesBeforeThePath() throws Exception {
    Path first = jdk("first", "26");
    Path second = jdk("second", "25");
    Ended ended = run(
        Map.of("JAVA_HOME", first.toString(), "PATH", second.resolve("bin") + ":/usr/bin:/bin"),
        "version");
    assertThat(ended.out()).startsWith(first + "/bin/java");
  }

  @Test
  void aJavaNamedByTheUserThatDoesNotFitIsNotReplacedInSilence() throws Exception {
    Path old = jdk("old", "17.0.15");
    Ended ended = run(Map.of("CHESTERTON_JAVA", old.toString()), "version");
    assertThat(ended.exitCode()).isEqualTo(78);
    assertThat(ended.err()).isEqualToIgnoringNewLines("chesterton: CHESTERTON_JAVA=" + old
        + " is no JDK 25 or newer: correct or unset it");
  }

  /** Lines on standard error and codes other than 0 are failures to b4. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      --format b4lines | not checked: CHESTERTON_JAVA=
      --format=b4lines | not checked: CHESTERTON_JAVA=
      --format b4      | [{"tool":"chesterton","status":"warn","summary":"not checked: CHESTERTON_JAVA=
      --format=b4      | [{"tool":"chesterton","status":"warn","summary":"not checked: CHESTERTON_JAVA=
      """)
  void whatIsMissingIsOneWarningToB4(String format, String told) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("check"));
    arguments.addAll(List.of(format.split(" ")));
    arguments.add("-");
    Ended ended = run(Map.of("CHESTERTON_JAVA", jdk("old", "17.0.15").toString()),
        arguments.toArray(String[]::new));
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).startsWith(told).hasLineCount(1);
  }

  @Test
  void nothingIsBuiltForB4() throws Exception {
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    Ended ended = run(Map.of("CHESTERTON_JAVA", jdk("new", "25").toString()), "check", "--format",
        "b4lines", "-");
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).startsWith("not checked: chesterton is not built").hasLineCount(1);
  }

  @Test
  void itIsFoundThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), launcher);
    Ended ended = run(link, Map.of("CHESTERTON_JAVA", jdk("new", "25").toString()), "version");
    assertThat(ended.out()).contains("-Dchesterton.home=" + folder.toRealPath());
  }

  @Test
  void springIsNotOnTheClassPathOfTheCommandLine() {
    assertThat(System.getProperty("java.class.path")).doesNotContain("spring-");
  }

  /** A folder that looks like a JDK; its java prints its path and arguments. */
  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"$0 $*\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /** How a launch ended. */
  private record Ended(int exitCode, String out, String err) {}

  private Ended run(Map<String, String> environment, String... arguments) throws Exception {
    return run(launcher, environment, arguments);
  }

  private Ended run(Path program, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile())
        .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().putAll(environment);
    int exitCode = builder.start().waitFor();
    return new Ended(exitCode, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err,
        StandardCharsets.UTF_8));
  }
}
