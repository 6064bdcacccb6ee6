package dev.chesterton.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.InboxServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final String PRINT = "0123456789012345678901234567890123456789";
  private static final MirrorLimits LIMITS = MirrorLimits.DEFAULT;

  @Test
  void readsWhatGrokmirrorAndPublicInboxWrite() throws IOException {
    Parsed<List<ManifestEntry>> read = read("""
        {"/linux-btrfs/git/0.git": {"modified": 1700000000, "owner": null, "reference": null,
          "description": "a list", "head": "ref: refs/heads/master", "symlinks": ["/a", "/b"],
          "fingerprint": "%s", "forkgroup": {"deep": [1, {"er": true}]}},
         "/lists/linux-xfs/git/12.git": {}, "/meta": {"fingerprint": "no hash"}}
        """.formatted(PRINT));

    assertThat(read.problems()).isEmpty();
    assertThat(read.value()).containsExactly(
        new ManifestEntry("", "linux-btrfs", Optional.of(0), Optional.of(PRINT)),
        new ManifestEntry("/lists", "linux-xfs", Optional.of(12), Optional.empty()),
        new ManifestEntry("", "meta", Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/../git/0.git", "/a/../../b/git/0.git", "/./git/0.git",
    "/.ssh/git/0.git",
    "/-o/git/0.git", "/a b/git/0.git", "/a\\\\b/git/0.git", "/a%2f..%2fb/git/0.git", "//git/0.git",
    "/git/0.git/../x", "linux-btrfs/git/0.git", "/a/git/01.git", "/a/git/-1.git",
    "/a/git/1000000.git", "/a/git/99999999999999999999.git", "/a\\u0000/git/0.git",
    "/\\u202egit/git/0.git", "/a\\n/git/0.git", "", "/"})
  void pathThatIsNoListAndEpochIsRefusedByName(String path) throws IOException {
    Parsed<List<ManifestEntry>> read = read("{\"" + path + "\": {}, \"/good/git/1.git\": {}}");

    assertThat(read.value()).extracting(ManifestEntry::list).containsExactly("good");
    assertThat(read.problems()).singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("left out"));
  }

  @Test
  void longNamesAreRefusedAndShownShort() throws IOException {
    Parsed<List<ManifestEntry>> read = read(
        "{\"/" + "a".repeat(101) + "/git/0.git\": {}, \"/" + "b/".repeat(20_000) + "\": {}}");

    assertThat(read.value()).isEmpty();
    assertThat(read.problems()).hasSize(2)
        .allSatisfy(problem -> assertThat(problem.what()).hasSizeLessThan(200));
  }

  @Test
  void valuesOfTheWrongTypeCostTheirEntryAlone() throws IOException {
    Parsed<List<ManifestEntry>> read = read("""
        {"/a/git/0.git": 17, "/b/git/0.git": [[{"fingerprint": 1}]], "/c/git/0.git": null,
         "/d/git/0.git": {"fingerprint": {"fingerprint": "%s"}}, "/e/git/0.git": "text"}
        """.formatted(PRINT));

    assertThat(read.value()).containsExactly(
        new ManifestEntry("", "d", Optional.of(0), Optional.empty()));
    assertThat(read.problems()).hasSize(4);
  }

  @Test
  void ofManyRefusedOnesTheRestIsCounted() throws IOException {
    StringBuilder json = new StringBuilder("{\"/good/git/0.git\":{}");
    for (int i = 0; i < 1_000; i++) {
      json.append(",\"/../").append(i).append("\":{}");
    }
    Parsed<List<ManifestEntry>> read = read(json + "}");

    assertThat(read.problems()).hasSize(21);
    assertThat(read.problems().getLast().what()).isEqualTo("980 further entries are left out");
  }

  @Test
  void millionEntriesAreTooMany() throws IOException {
    byte[] entry = "\"/a/git/0.git\":{},".getBytes(StandardCharsets.US_ASCII);
    byte[] bomb = gzip(1_000_000, entry, "{");

    assertThatThrownBy(() -> read(bomb)).isInstanceOf(IOException.class)
        .hasMessageMatching(".*(200000 entries|200 times its size).*");
  }

  @Test
  void whatUnpacksBeyondAllReasonIsStopped() throws IOException {
    byte[] blanks = new byte[1 << 20];
    Arrays.fill(blanks, (byte) ' ');

    assertThatThrownBy(() -> read(gzip(64, blanks, "{")))
        .hasMessageContaining("200 times its size");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "17", "\"/a/git/0.git\"", "<!DOCTYPE html><title>",
    "{\"/a/git/0.git\": {\"x\"", "{\"/a/git/0.git\": {}", "{'/a': {}}", "{\"a\": NaN}"})
  void whatIsNoManifestIsSaidToBeNone(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class)
        .hasMessageContaining("not the JSON of a manifest")
        .hasMessageNotContaining("\n");
  }

  @Test
  void depthIsLimited() {
    assertThatThrownBy(() -> read("{\"/a/git/0.git\":" + "[".repeat(100_000)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void whatIsCutOrNoGzipIsAnError() throws IOException {
    byte[] whole = InboxServer.gzip("{\"/a/git/0.git\": {}}".getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read("{}".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(IOException.class);
  }

  private static Parsed<List<ManifestEntry>> read(String json) throws IOException {
    return read(InboxServer.gzip(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static Parsed<List<ManifestEntry>> read(byte[] packed) throws IOException {
    return Manifest.read(new ByteArrayInputStream(packed), "manifest", LIMITS);
  }

  private static byte[] gzip(int times, byte[] block, String begin) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(begin.getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < times; i++) {
        out.write(block);
      }
    }
    return packed.toByteArray();
  }
}
