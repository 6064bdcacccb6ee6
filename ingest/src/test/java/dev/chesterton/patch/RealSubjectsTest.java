package dev.chesterton.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Odd subjects as they were sent, each with the right reading beside it. */
class RealSubjectsTest {

  static List<String> lines() throws IOException {
    try (InputStream in = RealSubjectsTest.class.getResourceAsStream("/patch/subjects.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void readsAsPeopleDo(String line) {
    List<String> fields = List.of(line.split("\t", -1));
    Subject subject = SubjectParser.parse(fields.get(2));
    assertThat(read(subject)).as(fields.getFirst()).isEqualTo(fields.subList(3, 8));
  }

  @Test
  void knowsEnoughOfThem() throws IOException {
    assertThat(lines()).hasSizeGreaterThan(60);
  }

  private static List<String> read(Subject subject) {
    return List.of(subject.reply() ? "reply" : "-",
        subject.tags().isEmpty() ? "-" : String.join(" ", subject.tags()),
        "v" + subject.version() + subject.partial().map(word -> " " + word).orElse(""),
        subject.place().map(at -> at.number() + "/" + at.total()).orElse("-"), subject.title());
  }
}
