package dev.chesterton.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MboxWriterTest {

  private static String written(String... mails) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    MboxWriter writer = new MboxWriter(bytes);
    for (String mail : mails) {
      writer.write(mail.getBytes(StandardCharsets.ISO_8859_1));
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  private static final String SEPARATOR = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";

  @Test
  void eachLineThatLooksLikeASeparatorGainsOneMark() throws IOException {
    assertThat(written("S: a\n\nFrom here\n>From there\n>>From\n Frommage\n"))
        .isEqualTo(SEPARATOR + "S: a\n\n>From here\n>>From there\n>>From\n Frommage\n\n");
  }

  @Test
  void anEndWithoutALineFeedGetsOne() throws IOException {
    assertThat(written("S: a\n\nFrom ", "")).isEqualTo(SEPARATOR + "S: a\n\n>From \n\n"
        + SEPARATOR + "\n");
  }
}
