package dev.chesterton.cli.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher on the way of a hook's call, with JDKs that end as a test wants. */
class HookLauncherTest {
  @TempDir
  private Path folder;
  private Path launcher;

  @BeforeEach
  void copyTheLauncher() throws IOException {
    launcher = SendingHome.executable(folder.resolve("chesterton"),
        Files.readString(Checkout.folder().resolve("chesterton")));
  }

  @ParameterizedTest
  @CsvSource({"0,0,words,", "20,1,words,", "21,0,,words", "22,1,,words",
    "1,0,,chesterton: the JVM ended with 1; sent without a check",
    "134,0,,chesterton: the JVM ended with 134; sent without a check"})
  void gitHears0Or1AndACrashIsNoFinding(int jvm, int code, @Nullable String out,
      @Nullable String err)
      throws Exception {
    jdk("#!/bin/sh\necho words\nexit " + jvm + "\n");
    Ended ended = run(Map.of("CHESTERTON_JAVA", folder.resolve("jdk").toString()));
    assertThat(ended.code()).isEqualTo(code);
    assertThat(ended.out().strip()).isEqualTo(out == null ? "" : out);
    assertThat(ended.err().strip()).isEqualTo(err == null ? "" : err);
  }

  @Test
  void silenceStaysSilent() throws Exception {
    jdk("#!/bin/sh\nexit 0\n");
    Ended ended = run(Map.of("CHESTERTON_JAVA", folder.resolve("jdk").toString(),
        "JAVA_TOOL_OPTIONS", "-Dx=y"));
    assertThat(ended).isEqualTo(new Ended(0, "", ""));
  }

  @Test
  void whatTheBuildHasWrittenDownIsUsedAndACacheThatIsGoneIsNot() throws Exception {
    Path jdk = jdk("#!/bin/sh\necho \"$*\"\nexit 0\n");
    Path target = Files.createDirectories(folder.resolve("analysis/target"));
    Files.writeString(target.resolve("hook.start"), jdk + "\n25\n");
    assertThat(run(Map.of()).out()).contains("dev.chesterton.cli.hook.HookMain -- ")
        .doesNotContain("AOTCache");
    Files.writeString(target.resolve("hook-rules-25.aot"), "");
    assertThat(run(Map.of()).out())
        .contains("-XX:AOTCache=" + target.toRealPath().resolve("hook-rules-25.aot"));
  }

  @Test
  void nothingIsBuiltForAHook() throws Exception {
    jdk("#!/bin/sh\nexit 20\n");
    Files.writeString(folder.resolve("pom.xml"), "no project");
    Ended ended = run(Map.of("CHESTERTON_JAVA", folder.resolve("jdk").toString()));
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).contains("not built yet", "; sent without a check").hasLineCount(1);
  }

  private Path jdk(String script) throws IOException {
    Path jdk = folder.resolve("jdk");
    SendingHome.executable(Files.createDirectories(jdk.resolve("bin")).resolve("java"), script);
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");
    return jdk;
  }

  /** How a call ended. */
  private record Ended(int code, String out, String err) {}

  private Ended run(Map<String, String> environment) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(
        List.of(launcher.toString(), "hook", "run", "--", folder.resolve("a.patch").toString()))
        .redirectOutput(out.toFile())
        .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString()));
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    return new Ended(code, Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
