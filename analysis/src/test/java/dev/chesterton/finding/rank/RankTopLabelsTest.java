package dev.chesterton.finding.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.SharedFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The hundred patches of docs/fences.md that were labelled by hand as noise or not. */
class RankTopLabelsTest {
  private static final Set<String> NOISE = Set.of("whole", "sync", "conversion");

  /** As docs/fences.md tells. */
  private static final int NOISY = 29;

  @Test
  void eachOfTheHundredHasOneLabel() throws IOException {
    List<String[]> labels = labels().toList();

    assertThat(labels).hasSize(100)
        .allSatisfy(
            label -> assertThat(label[1]).isIn("whole", "sync", "conversion", "change"));
    assertThat(labels.stream().map(label -> label[0]).distinct()).hasSize(100);
    assertThat(labels.stream().filter(label -> NOISE.contains(label[1]))).hasSize(NOISY);
  }

  @Test
  void noneThatTookAwayWhatWasNeededIsCalledNoise() throws IOException {
    Set<String> needed = Files
        .readAllLines(SharedFolder.require("corpus/safety-btrfs/labels.jsonl"))
        .stream()
        .filter(line -> line.contains("\"label\": 1,"))
        .map(line -> line.split("\"")[3])
        .collect(Collectors.toSet());

    assertThat(needed).isNotEmpty();
    assertThat(labels().filter(label -> NOISE.contains(label[1])).map(label -> label[0]))
        .doesNotContainAnyElementsOf(needed);
  }

  private static Stream<String[]> labels() throws IOException {
    try (InputStream file = Objects.requireNonNull(
        RankTopLabelsTest.class.getResourceAsStream("rank-top-labels.tsv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList()
          .stream();
    }
  }
}
