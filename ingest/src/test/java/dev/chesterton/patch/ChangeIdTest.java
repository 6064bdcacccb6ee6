package dev.chesterton.patch;

import static dev.chesterton.patch.Mails.mail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import dev.chesterton.change.ScrambledText;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeIdTest {
  private static final String ID = "20240305-walk-faster-0123456789ab";
  private static final String OTHER = "20240101-walk-slower-ba9876543210";
  private static final String GERRIT = "I0123456789abcdef0123456789abcdef01234567";
  private static final String GERRIT_OTHER = "Iffffffffffffffffffffffffffffffffffffffff";

  private static final String DIFF = """
      diff --git a/fs/walk.c b/fs/walk.c
      --- a/fs/walk.c
      +++ b/fs/walk.c
      @@ -1,2 +1,2 @@
       keep();
      -old();
      +new();
      """;

  private static final String BASEMENT = """

      ---
      base-commit: 0123456789012345678901234567890123456789
      change-id: %s

      Best regards,
      --\s
      Ann <ann@b.example>

      """;

  @Test
  void readsWhatB4WritesBelowACoverLetter() {
    assertThat(ofCover("Faster walks.\n" + BASEMENT.formatted(ID)))
        .contains(new ChangeId.OfSeries(ID));
  }

  @Test
  void readsWhatB4WritesBelowThePatch() {
    assertThat(ofPatch("Faster.\n---\n" + DIFF + BASEMENT.formatted(ID)))
        .contains(new ChangeId.OfSeries(ID));
  }

  @Test
  void readsGerritsTrailer() {
    assertThat(ofPatch("Faster.\n\nChange-Id: " + GERRIT + "\nSigned-off-by: A <a@b.example>\n---\n"
        + DIFF)).contains(new ChangeId.OfPatch(GERRIT));
  }

  @Test
  void takesTheLastOfSeveralTrailers() {
    assertThat(ofPatch("Faster.\n\nChange-Id: " + GERRIT_OTHER + "\nChange-Id: " + GERRIT
        + "\n---\n" + DIFF)).contains(new ChangeId.OfPatch(GERRIT));
  }

  @Test
  void prefersTheIdOfTheSeries() {
    Posting posting = mail("[PATCH] fs: x")
        .text("Faster.\n\nChange-Id: " + GERRIT + "\n---\n" + DIFF + BASEMENT.formatted(ID))
        .posting();
    assertThat(ChangeId.of(posting)).contains(new ChangeId.OfSeries(ID));
    assertThat(ChangeId.ofTrailers(((Posting.Patch) posting).trailers()))
        .contains(new ChangeId.OfPatch(GERRIT));
  }

  @Test
  void takesTheLastOfSeveralLines() {
    assertThat(ofCover("Faster.\n" + BASEMENT.formatted(OTHER) + BASEMENT.formatted(ID)))
        .contains(new ChangeId.OfSeries(ID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"change-id: " + ID + "\n", "> ---\n> change-id: " + ID + "\n",
    "---\nchange-id: " + GERRIT + "\n", "---\nchange-id: 20240305\n",
    "---\nchange-id: 20240305-a b-0123456789ab\n", "---\n change-id: " + ID + "\n", "---\n",
    "change-id: "})
  void readsNothingElse(String text) {
    assertThat(ofCover(text)).isEmpty();
  }

  @Test
  void readsNoLineOfTheLog() {
    assertThat(ofPatch("change-id: " + ID + "\n---\n" + DIFF)).isEmpty();
  }

  @Test
  void readsNoEndlessId() {
    String slug = "a-".repeat(100_000);
    assertThat(ofCover("---\nchange-id: 20240305-" + slug + "0123456789ab\n")).isEmpty();
  }

  @Test
  void isOfNoReply() {
    Posting reply = mail("Re: [PATCH 0/2] fs: x").answering("0@b.example")
        .text(BASEMENT.formatted(ID))
        .posting();
    assertThat(ChangeId.of(reply)).isEmpty();
  }

  @Test
  void noTextMakesItThrow() {
    Seed seed = Seed.get();
    Random random = seed.random();
    for (int round = 0; round < 2_000; round++) {
      String text = "---\nchange-id: " + ScrambledText.of(random, random.nextInt(12));
      assertThat(ofCover(text)).as("%s", seed).isEmpty();
    }
  }

  private static Optional<ChangeId> ofCover(String text) {
    return ChangeId.of(mail("[PATCH 0/2] fs: x").text(text).posting());
  }

  private static Optional<ChangeId> ofPatch(String text) {
    return ChangeId.of(mail("[PATCH] fs: x").text(text).posting());
  }
}
