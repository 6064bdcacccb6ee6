package dev.chesterton.index;

import static dev.chesterton.index.Letters.patch;
import static dev.chesterton.index.Stores.ask;
import static dev.chesterton.index.Stores.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.change.LineKey;
import dev.chesterton.index.TallyQuery.Did;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TallyTest {
  private static final String CALL = "cairnfs_flush_log(info);";
  private static final Instant LATE = Instant.parse("2023-01-01T00:00:00Z");

  @TempDir
  private Path folder;

  @Test
  void countsVersionsOfOneTitleOnce() {
    ingest(folder, "list", patch("a@x", "", CALL).subject("[PATCH] log: flush more").mail(),
        patch("b@x", "", CALL).subject("[PATCH v2] log: flush more").mail(),
        patch("c@x", "", CALL).subject("[PATCH] log: flush less").mail());

    assertThat(adding(LATE, "")).isEqualTo(new Tally(2, 0));
  }

  @Test
  void tellsFixesApart() {
    ingest(folder, "list", patch("a@x", "", CALL).subject("[PATCH] log: fix lost writes").mail(),
        patch("b@x", "", CALL).subject("[PATCH] log: add writes").mail(),
        patch("c@x", "", CALL).subject("[PATCH] log: count writes")
            .body("Words.\n\nReported-by: Bob <bob@example.org>\n---\n"
                + Diffs.diff("fs/cairnfs/a.c", "", CALL))
            .mail());

    assertThat(adding(LATE, "")).isEqualTo(new Tally(3, 2));
  }

  @Test
  void leavesOutWhatCameLaterAndWhatAsks() {
    ingest(folder, "list", patch("a@x", "", CALL).subject("[PATCH] one").minute(1).mail(),
        patch("b@x", "", CALL).subject("[PATCH] two").minute(2).mail());

    assertThat(adding(Instant.parse("2022-06-24T12:01:00Z"), "")).isEqualTo(new Tally(1, 0));
    assertThat(adding(LATE, "One")).isEqualTo(new Tally(1, 0));
  }

  @Test
  void sidesAreApart() {
    ingest(folder, "list", patch("a@x", CALL, "").subject("[PATCH] one").mail());

    assertThat(adding(LATE, "")).isEqualTo(Tally.NONE);
    assertThat(tally(new Did.RemoveLine(LineKey.of("\t" + CALL)), LATE, ""))
        .isEqualTo(new Tally(1, 0));
  }

  private Tally adding(Instant until, String except) {
    return tally(new Did.AddName("cairnfs_flush_log"), until, except);
  }

  private Tally tally(Did did, Instant until, String except) {
    return ask(folder, index -> index.tally(new TallyQuery(did, until, except)));
  }
}
