package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.index.KnownSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the sources a store was made from the jobs at hand read already. */
class KnownJobsTest {
  private static final List<KnownSource> BRANCHES = List.of(branch("master"), branch("stable"));

  @TempDir
  private static Path tree;

  private static KnownSource branch(String name) {
    return new KnownSource.Tree("t", Optional.of(name), Optional.of(Path.of("/srv/t")));
  }

  private IngestJob job(String branch) {
    return new IngestJob.Commits("t", tree, Optional.of(branch));
  }

  @Test
  void aJobForOneBranchCoversThatBranch() {
    assertThat(KnownJobs.uncovered(List.of(job("master"), job("stable")), BRANCHES)).isEmpty();
    assertThat(KnownJobs.uncovered(List.of(job("stable")), BRANCHES))
        .containsExactly(branch("master"));
  }

  @Test
  void whatHeadNamesIsNoBranch() {
    IngestJob head = new IngestJob.Commits("t", tree, Optional.empty());
    assertThat(KnownJobs.uncovered(List.of(head), BRANCHES)).isEqualTo(BRANCHES);
    assertThat(KnownJobs.uncovered(List.of(job("master")),
        List.of(new KnownSource.Tree("t", Optional.empty(), Optional.of(tree))))).hasSize(1);
  }

  @Test
  void aBranchThatIsNoLongerConfiguredIsReadWhereItWas() {
    KnownSource stable = new KnownSource.Tree("t", Optional.of("stable"), Optional.of(tree));
    assertThat(KnownJobs.added(List.of(job("master")), List.of(branch("master"), stable)))
        .containsExactly(job("master"), job("stable"));
  }

  @Test
  void anotherTreeOfThatBranchIsAnother() {
    KnownSource other = new KnownSource.Tree("u", Optional.of("master"), Optional.of(tree));
    assertThat(KnownJobs.uncovered(List.of(job("master")), List.of(other))).containsExactly(other);
  }
}
