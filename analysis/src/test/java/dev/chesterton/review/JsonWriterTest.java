package dev.chesterton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

  @Test
  void writesFieldsInTheOrderOfTheCalls() {
    assertThat(JsonWriter.object(json -> json.text("b", "x")
        .number("a", 1)
        .flag("c", true)
        .share("d", 1.0 / 3)
        .texts("e", List.of("x", "y"))
        .object("f", inner -> inner.number("g", 2))
        .array("h", List.of("i"), (inner, item) -> inner.text("j", item))))
        .isEqualTo("{\"b\":\"x\",\"a\":1,\"c\":true,\"d\":0.333,\"e\":[\"x\",\"y\"],"
            + "\"f\":{\"g\":2},\"h\":[{\"j\":\"i\"}]}");
  }

  @Test
  void writesAnAbsentValueAsNull() {
    assertThat(JsonWriter.object(json -> json.text("a", Optional.empty())
        .number("b", Optional.empty())
        .object("c", Optional.<String>empty(), (inner, value) -> inner.text("d", value))))
        .isEqualTo("{\"a\":null,\"b\":null,\"c\":null}");
  }

  @Test
  void writesListsOfObjects() {
    assertThat(JsonWriter.array(List.of(1, 2), (json, value) -> json.number("n", value)))
        .isEqualTo("[{\"n\":1},{\"n\":2}]");
    assertThat(JsonWriter.array(List.<String>of(), (json, value) -> json.text("n", value)))
        .isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"quoted\" \\ /", "\u0000\u0001\b\f\n\r\t\u001b[31m\u007f",
    "\u2028\u2029",
    "</script>", "\uD83D\uDC1B", "\u00e4\u0416\u4e16"})
  void givesHostileTextBackAsItWas(String text) {
    String json = JsonWriter.object(fields -> fields.text("a", text).texts("b", List.of(text)));
    assertThat(JsonTexts.strings(json)).containsExactly(text, text);
    assertThat(json).doesNotContain("\n", "\u0000", "\u001b");
  }

  @Test
  void replacesHalfCharacters() {
    String json = JsonWriter.object(fields -> fields.text("a", "x\uD83Dy\uDC1B")
        .texts("b", List.of("\uDC1B\uD83D"))
        .text("c", Optional.of("\uD83D")));
    assertThat(JsonTexts.strings(json)).containsExactly("x\uFFFDy\uFFFD", "\uFFFD\uFFFD", "\uFFFD");
  }

  @Test
  void isValidAndSurvivesUtf8WhateverTheText() {
    Random random = Seed.printed("JsonWriter");
    for (int i = 0; i < 5_000; i++) {
      String text = text(random);
      String json = JsonWriter.object(fields -> fields.text("a", text));
      String sent = new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      assertThat(sent).isEqualTo(json);
      assertThat(JsonTexts.strings(sent)).hasSize(1);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(20); left > 0; left--) {
      int range = random.nextBoolean() ? 0x80 : 0x10000;
      text.append((char) (random.nextInt(4) == 0
          ? Character.MIN_SURROGATE + random.nextInt(0x800)
          : random.nextInt(range)));
    }
    return text.toString();
  }
}
