package dev.chesterton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.SampleStore;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.index.Index;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a patch without a store is what would be told with it, where it claims to be. */
class PatchAloneTest {
  @TempDir
  private Path folder;

  @Test
  void whereItIsAllTheStoreHasNothingToAdd() throws IOException {
    RuleBook rules = RuleBook.ofProgram();
    int judged = 0;
    int opened = 0;
    SampleStore samples = SampleStore.in(folder);
    try (Index index = Index.open(samples.folder())) {
      Reviewer reviewer = new Reviewer(index, rules);
      for (Patch patch : patches()) {
        List<Posting> alone = List.of(patch);
        if (PatchAlone.isAll(rules, patch, alone)) {
          judged++;
          assertThat(reviewer.screen(patch, alone, new AsOf.Now()).findings())
              .as(patch.subject().raw())
              .isEqualTo(PatchAlone.findings(rules, patch));
        } else {
          opened++;
        }
      }
    }
    assertThat(judged).isPositive();
    assertThat(opened).isPositive();
  }

  private static List<Patch> patches() throws IOException {
    List<Patch> patches = new ArrayList<>();
    for (Path mailbox : SampleStore.mailboxes()) {
      for (MailSource source : MailSources.open(mailbox, ReadLimits.DEFAULT)) {
        try (Reading reading = source.since(Checkpoint.START)) {
          reading.arrivals().forEach(arrival -> {
            if (arrival instanceof Arrival.Arrived arrived
                && PatchParser.readDraft(arrived.mail(), ReadLimits.DEFAULT)
                    .value() instanceof Patch patch) {
              patches.add(patch);
            }
          });
        }
      }
    }
    return patches;
  }
}
