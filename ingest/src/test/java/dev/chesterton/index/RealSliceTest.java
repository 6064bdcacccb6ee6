package dev.chesterton.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Git;
import dev.chesterton.SharedFolder;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year of a real list. */
class RealSliceTest {
  private static final int MAILS = 15_712;

  @TempDir
  private Path folder;

  @Test
  void everyMailOfTheSliceIsIn() throws IOException {
    Path bundle = SharedFolder.require("corpus/linux-btrfs-slice.bundle");
    Path epoch = folder.resolve("0.git");
    Git.run(folder, "clone", "-q", "--mirror", bundle.toString(), epoch.toString());
    MailSource source = MailSources.open(epoch, ReadLimits.DEFAULT).getFirst();
    Path store = folder.resolve("store");

    IngestReport report = Stores.ingest(store, "linux-btrfs", source);

    assertThat(report.skipped()).isEmpty();
    assertThat(report.added() + report.known()).isEqualTo(MAILS);
    StoreSummary summary = Stores.summary(store);
    assertThat(summary.mails()).isEqualTo(report.added());
    assertThat(summary.patches()).isEqualTo(report.patches());
    assertThat(Stores.ingest(store, "linux-btrfs", source).added()).isZero();
    assertThat(Stores.summary(store)).isEqualTo(summary);
  }
}
