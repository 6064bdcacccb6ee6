package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.settings.ArchiveSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedEpochTest {
  @TempDir
  private Path folder;
  private Path epoch = Path.of("");

  @BeforeEach
  void make() throws IOException {
    epoch = Files.createDirectories(folder.resolve("linux-fs/git/3.git"));
  }

  @Test
  void theArchiveOfTheSettingsThatHoldsItTellsTheList() {
    assertThat(job(epoch, archive("other", "elsewhere"), archive("fs", "linux-fs")))
        .isEqualTo(new IngestJob.Mails("fs", epoch));
  }

  @Test
  void throughALinkItIsTheArchiveOfTheSettings() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("linux-fs"));
    assertThat(job(epoch, archive("fs", "link")))
        .isEqualTo(new IngestJob.Mails("fs", link.resolve("git/3.git")));
    assertThat(job(link.resolve("git/3.git"), archive("fs", "linux-fs")))
        .isEqualTo(new IngestJob.Mails("fs", epoch));
  }

  @Test
  void elseTheFoldersTellIt() {
    assertThat(job(epoch)).isEqualTo(new IngestJob.Mails("linux-fs", epoch));
  }

  @Test
  void elseItHasToBeNamed() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("linux-fs.git"));
    assertThatThrownBy(() -> job(odd)).isInstanceOf(InputException.class)
        .hasMessageContaining("'" + odd + "'")
        .hasMessageEndingWith("add --list");
    assertThat(ChangedEpoch.job(odd, Optional.of("fs"), List.of()))
        .isEqualTo(new IngestJob.Mails("fs", odd));
  }

  private static IngestJob.Mails job(Path path, ArchiveSettings... archives) {
    return ChangedEpoch.job(path, Optional.empty(), List.of(archives));
  }

  private ArchiveSettings archive(String name, String path) {
    return new ArchiveSettings(name, Optional.of(folder.resolve(path)), Optional.empty());
  }
}
