package dev.chesterton.cli.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A home with a repository, a copy of the launcher, and a JDK whose {@code java} runs the classes under test; mail is sent
 * from it by the git of the machine, without being sent.
 */
final class SendingHome {
  private final Path home;
  private final Path repository;
  private final Path launcher;
  private final Map<String, String> environment = new HashMap<>();

  /** How a program ended. */
  record Ended(int code, String out, String err) {

    /** What the hook has said. */
    String told() {
      return Stream.concat(out.lines(), err.lines())
          .filter(line -> line.startsWith("chesterton") || line.matches(".*\\[[a-z-]+\\]"))
          .reduce("", (all, line) -> all + line + "\n");
    }
  }

  SendingHome(Path folder) throws IOException {
    home = folder.resolve("home");
    repository = folder.resolve("arbeit 'n \"Bäume\"");
    Files.createDirectories(home);
    Files.createDirectories(repository);
    launcher = executable(
        Files.createDirectories(folder.resolve("Programme für's Prüfen")).resolve("chesterton"),
        Files.readString(Checkout.folder().resolve("chesterton")));
    environment.putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", home.toString(),
        "GIT_CONFIG_NOSYSTEM", "1", "LC_ALL", "C.UTF-8", "GIT_COMMITTER_NAME", "Ann",
        "GIT_COMMITTER_EMAIL", "ann@example.org", "GIT_AUTHOR_NAME", "Ann", "GIT_AUTHOR_EMAIL",
        "ann@example.org"));
    java(javaUnderTest());
    assertThat(run(repository, "git", "init", "-q", ".").code()).isZero();
  }

  private static String javaUnderTest() {
    return """
        #!/bin/sh
        while [ $# -gt 0 ]; do
          case $1 in
            dev.chesterton.*) break ;;
          esac
          shift
        done
        exec "%s" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp "%s" "$@"
        """
        .formatted(Path.of(System.getProperty("java.home"), "bin/java"),
            System.getProperty("java.class.path"));
  }

  /** Skips the test where git has no send-email. */
  static void needsSendEmail() {
    boolean there = Stream.of("/usr/lib/git-core", "/usr/libexec/git-core")
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "git-send-email")));
    Assumptions.assumeTrue(there, "skipped: no git send-email, Debian's package git-email");
  }

  Path home() {
    return home;
  }

  Path repository() {
    return repository;
  }

  Path launcher() {
    return launcher;
  }

  Path hooks() {
    return repository.resolve(".git/hooks");
  }

  /** Lets another program stand for java. */
  void java(String script) throws IOException {
    Path jdk = home.resolve("jdk");
    executable(Files.createDirectories(jdk.resolve("bin")).resolve("java"), script);
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");
    environment.put("CHESTERTON_JAVA", jdk.toString());
  }

  void variable(String name, String value) {
    environment.put(name, value);
  }

  static Path executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  /** The user's own settings. */
  void configure(String key, String value) throws IOException {
    assertThat(run(repository, "git", "config", "--global", key, value).code()).isZero();
  }

  void configureRepository(String key, String value) throws IOException {
    assertThat(run(repository, "git", "config", key, value).code()).isZero();
  }

  /** Puts our hook where git looks. */
  void install(boolean strict) throws IOException {
    new HookFile(hooks()).install(launcher, strict);
  }

  /** A file in the folder of outgoing mails. */
  Path mail(String name, String text) throws IOException {
    Path folder = Files.createDirectories(repository.resolve("zu senden"));
    return Files.writeString(folder.resolve(name), text);
  }

  /** Sends mails without sending them. */
  Ended send(Path... mails) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "send-email", "--dry-run", "--quiet",
        "--to=list@example.org", "--from=Ann <ann@example.org>", "--suppress-cc=all",
        "--confirm=never", "--8bit-encoding=UTF-8", "--smtp-server=/bin/true"));
    Arrays.stream(mails).map(Path::toString).forEach(command::add);
    return run(repository, command.toArray(String[]::new));
  }

  Ended run(Path folder, String... command) throws IOException {
    Path out = Files.createTempFile(home, "out", "");
    Path err = Files.createTempFile(home, "err", "");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      int code = builder.start().waitFor();
      return new Ended(code, Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** A patch as {@code git format-patch} writes it, that adds one line to a file. */
  static String patch(String place, String title, String added) {
    return """
        From 1111111111111111111111111111111111111111 Mon Sep 17 00:00:00 2001
        From: Ann <ann@example.org>
        Date: Tue, 5 Mar 2024 10:00:00 +0100
        Subject: [PATCH%s] cairnfs: %s
        MIME-Version: 1.0
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: 8bit

        Because it is needed.

        Signed-off-by: Ann <ann@example.org>
        ---
         fs/cairnfs/file.c | 1 +
         1 file changed, 1 insertion(+)

        diff --git a/fs/cairnfs/file.c b/fs/cairnfs/file.c
        index cbeb8b0..e949635 100644
        --- a/fs/cairnfs/file.c
        +++ b/fs/cairnfs/file.c
        @@ -13,4 +13,5 @@ ssize_t cairnfs_direct_write(struct kiocb *iocb)
         	loff_t last = pos + count - 1;
         	ssize_t ret;
        \s
        +	%s
         	down_write(&CAIRNFS_I(inode)->invalidate_sem);
        --\s
        2.39.2

        """
        .formatted(place, title, added);
  }

  static String harmless(String place) {
    return patch(place, "count what is written", "ret = count;");
  }

  /** With a zero-width space in a name. */
  static String hidden(String place) {
    return patch(place, "rename the end", "l\u200bast = count;");
  }

  static String cover(String place) {
    return """
        From 1111111111111111111111111111111111111111 Mon Sep 17 00:00:00 2001
        From: Ann <ann@example.org>
        Date: Tue, 5 Mar 2024 10:00:00 +0100
        Subject: [PATCH%s] cairnfs: some changes

        What they are good for.

        Ann (3):
          cairnfs: count what is written

         fs/cairnfs/file.c | 1 +
         1 file changed, 1 insertion(+)

        --\s
        2.39.2

        """
        .formatted(place);
  }
}
