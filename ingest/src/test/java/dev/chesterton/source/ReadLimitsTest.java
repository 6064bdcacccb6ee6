package dev.chesterton.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.settings.Limits;
import dev.chesterton.settings.SettingsReader;
import dev.chesterton.settings.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadLimitsTest {
  @TempDir
  private Path home;

  @Test
  void whereNothingIsSetTheyAreTheUsualOnes() {
    assertThat(limits()).isEqualTo(ReadLimits.DEFAULT);
  }

  @Test
  void eachComesFromTheKeyOfItsName() {
    assertThat(limits("maxMessage=2001", "limit.header=2002", "limit.text=2003", "limit.parts=4",
        "limit.depth=5", "limit.field=2006", "limit.boundary=77", "limit.references=8",
        "limit.files=9", "limit.hunks=10", "limit.citations=11", "limit.ratio=12",
        "limit.unpacked=13g", "limit.page=2014", "limit.pageMails=15")).isEqualTo(
            new ReadLimits(2_001, 2_002, 2_003, 4, 5, 2_006, 77, 8, 9, 10, 11, 12, 13L << 30, 2_014,
                15));
  }

  @Test
  void whatAServerMaySendIsSetLikewise() {
    assertThat(MirrorLimits.of(settings())).isEqualTo(MirrorLimits.DEFAULT);
    MirrorLimits set = MirrorLimits.of(settings("limit.answer=2001", "limit.manifest=2002",
        "limit.offers=3", "limit.pack=2004", "limit.object=2005"));
    assertThat(List.of(set.answerBytes(), set.manifestBytes(), (long) set.manifestEntries(),
        set.packBytes(), set.objectBytes())).containsExactly(2001L, 2002L, 3L, 2004L, 2005L);
  }

  private ReadLimits limits(String... overrides) {
    return ReadLimits.of(settings(overrides));
  }

  private Limits settings(String... overrides) {
    return new SettingsReader(new Surroundings(Map.of(), home, home))
        .read(Optional.empty(), Optional.empty(), List.of(overrides))
        .limits();
  }
}
