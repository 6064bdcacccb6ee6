package dev.chesterton.index;

import static dev.chesterton.index.Letters.letter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Git;
import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the owner of an epoch does to it beside a reader. */
class RepackedEpochTest {
  private static final int MAILS = 40;

  @TempDir
  private Path folder;

  @Test
  void readingGoesOnWhileTheEpochIsPackedAnew() throws IOException {
    EpochStream stream = new EpochStream();
    for (int i = 0; i < MAILS; i++) {
      stream.commit("m", letter(i + "@x"));
    }
    Path epoch = stream.write(folder.resolve("0.git"));
    try (Reading reading = source(epoch).since(Checkpoint.START)) {
      Iterator<Arrival> arrivals = reading.arrivals().iterator();
      List<Arrival> seen = new ArrayList<>();
      while (arrivals.hasNext()) {
        seen.add(arrivals.next());
        if (seen.size() % 10 == 1) {
          Git.run(epoch, "repack", "-a", "-d", "-f", "-q", "--depth=" + seen.size());
          Git.run(epoch, "prune-packed", "-q");
        }
      }
      assertThat(seen).hasSize(MAILS).allMatch(arrival -> arrival instanceof Arrival.Arrived);
    }
  }

  @Test
  void timesThatRunBackwardsHideNoMail() throws IOException {
    Path epoch = folder.resolve("0.git");
    Path store = folder.resolve("store");
    new EpochStream().commit("m", letter("1@x")).write(epoch);
    Stores.ingest(store, "list", source(epoch));
    new EpochStream().commit("m", letter("1@x"))
        .jump(-1_000_000_000)
        .commit("m", letter("2@x"))
        .jump(1_500_000_000)
        .commit("m", letter("3@x"))
        .write(epoch);

    IngestReport report = Stores.ingest(store, "list", source(epoch));

    assertThat(report.added()).isEqualTo(2);
    assertThat(report.rewritten()).isFalse();
  }

  private static MailSource source(Path epoch) {
    return MailSources.open(epoch, ReadLimits.DEFAULT).getFirst();
  }
}
