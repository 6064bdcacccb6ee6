package dev.chesterton.cli.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens in a hooks folder, whoever was there before. */
class HookFileTest {
  private static final Path LAUNCHER = Path.of("/opt/it's \"here\"/$HOME/chesterton");

  @TempDir
  private Path folder;
  private Path hook;
  private HookFile file;

  @BeforeEach
  void open() {
    hook = folder.resolve("hooks/sendemail-validate");
    file = new HookFile(folder.resolve("hooks"));
  }

  @Test
  void installAndRemoveLeaveNothing() throws IOException {
    file.install(LAUNCHER, true);
    assertThat(file.state()).isEqualTo(HookFile.State.OURS);
    assertThat(file.launcher()).contains(LAUNCHER);
    assertThat(file.isStrict()).isTrue();
    assertThat(Files.isExecutable(hook)).isTrue();
    file.remove();
    assertThat(folder.resolve("hooks")).isEmptyDirectory();
  }

  @Test
  void installedAgainItIsWrittenAnewAndNotChainedToItself() throws IOException {
    file.install(Path.of("/old/chesterton"), false);
    file.install(LAUNCHER, false);
    assertThat(file.launcher()).contains(LAUNCHER);
    assertThat(file.before()).isEmpty();
  }

  @Test
  void theHookOfAnotherIsKeptByteByByteWithItsMode() throws IOException {
    Files.createDirectories(folder.resolve("hooks"));
    Files.writeString(hook, "#!/bin/sh\nexit 3\n");
    assertThat(hook.toFile().setExecutable(false)).isTrue();
    file.install(LAUNCHER, false);
    assertThat(file.before()).hasValueSatisfying(
        before -> assertThat(before).hasContent("#!/bin/sh\nexit 3\n"));
    file.remove();
    assertThat(hook).hasContent("#!/bin/sh\nexit 3\n");
    assertThat(Files.isExecutable(hook)).isFalse();
    assertThat(file.before()).isEmpty();
  }

  @Test
  void aLinkIsKeptAsALinkEvenOneThatLeadsNowhere() throws IOException {
    Files.createDirectories(folder.resolve("hooks"));
    Files.createSymbolicLink(hook, Path.of("../nowhere"));
    assertThat(file.state()).isEqualTo(HookFile.State.OTHER);
    file.install(LAUNCHER, false);
    assertThat(Files.readSymbolicLink(file.before().orElseThrow())).isEqualTo(Path.of(
        "../nowhere"));
    file.remove();
    assertThat(Files.readSymbolicLink(hook)).isEqualTo(Path.of("../nowhere"));
  }

  @Test
  void aLinkToOurOwnTextIsNotWrittenThrough() throws IOException {
    Path shared = folder.resolve("shared");
    Files.writeString(shared, new HookScript(LAUNCHER, false).text());
    Files.createDirectories(folder.resolve("hooks"));
    Files.createSymbolicLink(hook, shared);
    assertThatThrownBy(file::remove).isInstanceOf(HookRefusal.class);
    assertThat(shared).hasContent(new HookScript(LAUNCHER, false).text());
  }

  @Test
  void whatIsNotOursOrNoLongerOursIsNotRemoved() throws IOException {
    assertThatThrownBy(file::remove).isInstanceOf(HookRefusal.class)
        .hasMessageContaining("is no hook of chesterton");
    file.install(LAUNCHER, false);
    Files.writeString(hook, Files.readString(hook) + "echo more\n");
    assertThat(file.state()).isEqualTo(HookFile.State.CHANGED);
    assertThatThrownBy(file::remove).isInstanceOf(HookRefusal.class);
    assertThatThrownBy(() -> file.install(LAUNCHER, false)).isInstanceOf(HookRefusal.class);
    assertThat(hook).content().endsWith("echo more\n");
  }

  @Test
  void twoHooksOfOthersAreNotMergedIntoOne() throws IOException {
    Files.createDirectories(folder.resolve("hooks"));
    Files.writeString(hook, "one");
    file.install(LAUNCHER, false);
    Files.writeString(hook, "two");
    assertThatThrownBy(() -> file.install(LAUNCHER, false)).isInstanceOf(HookRefusal.class)
        .hasMessageContaining("neither is ours");
    assertThat(hook).hasContent("two");
    assertThat(file.before().orElseThrow()).hasContent("one");
  }

  @Test
  void theScriptIsReadBackWhateverTheLauncherIsNamed() {
    for (String path : new String[]{"/a", "/a'b", "/a''", "/'", "/a\nb", "/ä\\'ö"}) {
      HookScript script = new HookScript(Path.of(path), false);
      assertThat(HookScript.read(script.text())).isEqualTo(Optional.of(script));
    }
  }
}
