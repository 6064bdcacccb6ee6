package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.SampleStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A patch as {@code git format-patch} leaves it, with the date of its commit, which may be old. */
class UnsentPatchTest {
  private static final String ATTEMPT = "20201116081925.90211-1-yannick.okafor@example.com";
  private static final String OLD = "Date: Mon, 5 Jan 2015 12:00:00 +0000\n";

  @TempDir
  private static Path home;

  private static SampleStore samples;
  private final TestOutside outside = new TestOutside(home);

  @BeforeAll
  static void makeTheStore() throws Exception {
    samples = SampleStore.in(home.resolve("samples"));
  }

  @Test
  void allTheStoreHasWasBeforeAPatchThatIsStillToBeSent() {
    assertThat(review(removal().replaceFirst("(?im)^message-id:.*\n", ""))).contains(ATTEMPT);
    assertThat(review(removal())).as("sent in 2015").doesNotContain(ATTEMPT);
  }

  private static String removal() {
    return new String(Samples.mail("removed-worker.mbox", SampleStore.REMOVAL),
        StandardCharsets.UTF_8).replaceFirst("(?im)^date:.*\n", OLD)
        .replace(SampleStore.REMOVAL, "20150105120000.1-1-colm.brady@example.com");
  }

  private String review(String mail) {
    assertThat(outside.runWith(mail.getBytes(StandardCharsets.UTF_8), "--store",
        samples.folder().toString(), "check", "--format", "json", "-")).isEqualTo(1);
    String json = outside.out();
    int from = json.indexOf("\"prior_attempts\":");
    return json.substring(from, json.indexOf("\"discussion\":", from));
  }
}
