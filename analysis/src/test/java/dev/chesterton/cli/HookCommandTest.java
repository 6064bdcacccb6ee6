package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs of the hook. */
class HookCommandTest {
  @TempDir
  private Path home;
  private TestOutside outside;
  private Path repository;
  private Path hook;

  @BeforeEach
  void open() throws IOException {
    outside = new TestOutside(home);
    repository = Files.createDirectories(home.resolve("repo"));
    Git.run(repository, "init", "-q", ".");
    hook = repository.resolve(".git/hooks/sendemail-validate");
    launcher("#!/bin/sh\necho 'sample.c:3: ERROR: seen [hidden-direction]'\nexit 1\n");
  }

  private void launcher(String script) throws IOException {
    Path launcher = Files.writeString(home.resolve("launcher"), script);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void installStatusAndRemove() throws IOException {
    assertThat(outside.run("hook", "status", "--repo", "repo")).isEqualTo(1);
    assertThat(outside.out()).contains(hook + ": not installed");
    assertThat(install()).as(outside.err()).isZero();
    assertThat(outside.out()).isEqualToIgnoringNewLines(hook + ": installed");
    assertThat(outside.run("hook", "status", "--repo", "repo")).as(outside.out()).isZero();
    assertThat(outside.out()).contains(": installed", "a sample mail was checked",
        "what it cannot check is sent");
    assertThat(outside.run("hook", "remove", "--repo", "repo")).isZero();
    assertThat(hook).doesNotExist();
    assertThat(outside.run("hook", "remove", "--repo", "repo")).isEqualTo(1);
    assertThat(outside.err()).contains("is no hook of chesterton").hasLineCount(1);
  }

  @Test
  void aHookThatIsThereIsMovedAndNamed() throws IOException {
    Files.createDirectories(repository.resolve(".git/hooks"));
    Files.writeString(hook, "#!/bin/sh\n");
    assertThat(install()).as(outside.err()).isZero();
    assertThat(outside.out()).contains("the hook that was there is now " + hook
        + ".before-chesterton, and is called first");
    outside.run("hook", "status", "--repo", "repo");
    assertThat(outside.out()).contains("called first: " + hook + ".before-chesterton");
    assertThat(outside.run("hook", "remove", "--repo", "repo")).isZero();
    assertThat(outside.out()).contains("what was there before is back");
    assertThat(hook).hasContent("#!/bin/sh\n");
  }

  @Test
  void aHookThatCannotCheckIsToldByStatus() throws IOException {
    install();
    launcher("#!/bin/sh\necho 'chesterton: no store; not checked' >&2\nexit 1\n");
    assertThat(outside.run("hook", "status", "--repo", "repo")).isEqualTo(1);
    assertThat(outside.out()).contains("  chesterton: no store; not checked",
        "the sample mail could not be checked");
  }

  @Test
  void anotherWorkTreeHasTheHooksOfItsRepository() throws IOException {
    Git.run(repository, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q",
        "--allow-empty", "-m", "a");
    Git.run(repository, "worktree", "add", "-q", "-b", "second",
        home.resolve("second tree").toString());
    assertThat(outside.run("-C", "second tree", "hook", "install", "--launcher",
        home.resolve("launcher").toString())).as(outside.err()).isZero();
    assertThat(hook).exists();
  }

  @Test
  void globalMeansTheFolderOfTheUsersOwnConfiguration() throws IOException {
    assertThat(outside.run("hook", "install", "--global", "--launcher", "launcher"))
        .isEqualTo(66);
    assertThat(outside.err()).contains("core.hooksPath").hasLineCount(1);
    Files.writeString(home.resolve(".gitconfig"), "[core]\n\thooksPath = ~/my hooks\n");
    assertThat(outside.run("hook", "install", "--global", "--launcher", "launcher"))
        .as(outside.err())
        .isZero();
    assertThat(home.resolve("my hooks/sendemail-validate")).exists();
  }

  @Test
  void whereThereIsNoRepositoryOrNoLauncherItIsSaid() throws IOException {
    Files.createDirectories(home.resolve("plain"));
    assertThat(outside.run("hook", "install", "--repo", "plain", "--launcher", "launcher"))
        .isEqualTo(66);
    assertThat(outside.err()).contains("no git repository in").hasLineCount(1);
    assertThat(outside.run("hook", "install", "--repo", "repo", "--launcher", "gone"))
        .isEqualTo(66);
    assertThat(hook).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path hooks = repository.resolve(".git/hooks");
    Files.move(hooks, home.resolve("moved away"));
    Files.writeString(hooks, "no folder");
    assertThat(install()).isEqualTo(74);
    assertThat(outside.err()).contains(hooks.toString()).hasLineCount(1);
  }

  @Test
  void runChecksAMailAsTheHookDoes() throws IOException {
    Files.writeString(home.resolve("a.patch"), """
        From: Ann <ann@example.org>
        Subject: [PATCH] a
        Content-Type: text/plain; charset=UTF-8

        ---
        diff --git a/a.c b/a.c
        --- a/a.c
        +++ b/a.c
        @@ -1,1 +1,2 @@
         int a;
        +int l\u200bast;
        """);
    assertThat(outside.run("hook", "run", "a.patch")).isEqualTo(1);
    assertThat(outside.out()).contains("[hidden-direction]");
    assertThat(outside.run("hook", "run", "gone.patch")).isZero();
    assertThat(outside.err()).contains("no file '", "; sent without a check").hasLineCount(1);
  }

  private int install() {
    return outside.run("hook", "install", "--repo", "repo", "--launcher", "launcher");
  }
}
