package dev.chesterton.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.source.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mail under {@code src/test/resources/mail} against what stands beside it. */
class SpecimenTest {
  private static final Path FOLDER = Path.of("src/test/resources/mail");

  static List<Path> specimens() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void isReadAsExpected(Path specimen) throws IOException {
    Path expect = Path.of(specimen.toString().replace(".eml", ".expect"));
    String read = shown(Mails.parsed(Files.readAllBytes(specimen)));
    if (System.getenv("UPDATE_EXPECT") != null) {
      Files.writeString(expect, read);
    }

    assertThat(read).isEqualTo(Files.readString(expect));
  }

  private static String shown(Parsed<Message> parsed) {
    Message message = parsed.value();
    StringBuilder shown = new StringBuilder();
    shown.append("id: ").append(message.id()).append('\n');
    shown.append("subject: ").append(message.subject()).append('\n');
    shown.append("author: ").append(message.author()).append('\n');
    shown.append("to: ").append(message.to()).append('\n');
    shown.append("cc: ").append(message.cc()).append('\n');
    shown.append("date: ")
        .append(message.date().at())
        .append(' ')
        .append(message.date().source())
        .append('\n');
    shown.append("in reply to: ").append(message.inReplyTo()).append('\n');
    shown.append("lists: ").append(message.listIds()).append('\n');
    message.attachments()
        .forEach(part -> shown.append("attachment: ").append(part).append('\n'));
    parsed.problems()
        .forEach(problem -> shown.append("problem: ").append(problem.what()).append('\n'));
    Quotes.of(message)
        .value()
        .forEach(quote -> shown.append("quote: ").append(quote).append('\n'));
    return shown.append('\n').append(message.text()).toString();
  }
}
