package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import dev.chesterton.SampleStore;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowVersionsTest {
  private static final String FIRST = "20240506-cairn-groups-v1-0-5d1c0f2ab934@example.org";

  @TempDir
  private Path home;

  private TestOutside outside;

  @BeforeEach
  void start() {
    outside = new TestOutside(home);
  }

  @Test
  void aFileTellsTheVersionsAmongItsMails() {
    String sample = Checkout.sample("versions.mbox").toString();
    assertThat(outside.run("show", "--versions", sample)).isZero();
    assertThat(outside.out()).contains("4 versions, oldest first", "2 -> 2  changed",
        "(carried though changed; ").doesNotContain("@@ Commit message");
    outside.run("show", "--range-diff", sample);
    assertThat(outside.out()).contains("      @@ Commit message");
    outside.run("show", sample);
    assertThat(outside.out()).doesNotContain("versions, oldest first");
  }

  @Test
  void aStoreTellsTheVersionsOfAMessageId() throws Exception {
    String store = SampleStore.in(home.resolve("samples")).folder().toString();
    assertThat(outside.run("--store", store, "show", "--versions", "--format", "json", FIRST))
        .isZero();
    assertThat(outside.out()).contains("\"versions\":[{\"label\":\"v1\"",
        "{\"label\":\"v2.1\",\"version\":2", "\"standing\":\"lost\"", "\"range_diff\":[]");
    outside.run("--store", store, "show", "--format", "json", FIRST);
    assertThat(outside.out()).contains("\"versions\":[]");
  }
}
