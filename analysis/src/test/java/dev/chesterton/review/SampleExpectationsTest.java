package dev.chesterton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is understood of each mail of a sample, and what is found in its patches, as the file beside it says. */
class SampleExpectationsTest {
  private static final boolean UPDATE = "1".equals(System.getenv("UPDATE_EXPECT"));

  @TempDir
  private static Path folder;

  private static TestStore store;
  private static Reviewer reviewer;

  @BeforeAll
  static void open() throws Exception {
    store = TestStore.in(folder);
    reviewer = store.reviewer();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  static List<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(Checkout.sample(""))) {
      return files.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".mbox") || name.endsWith(".txt"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void saysWhatIsExpected(String sample) throws IOException {
    Path expected = Checkout.sample(sample.replaceAll("\\.[a-z]+$", ".expect"));
    String said = told(Checkout.sample(sample));
    if (UPDATE) {
      Files.writeString(expected, said);
    }
    assertThat(said)
        .as("%s; run with UPDATE_EXPECT=1 to write it anew, then read the difference", expected)
        .isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
  }

  private static String told(Path sample) {
    String text = MailSources.open(sample, ReadLimits.DEFAULT)
        .stream()
        .flatMap(SampleExpectationsTest::told)
        .collect(Collectors.joining());
    return text.replace(Checkout.sample("") + File.separator, "");
  }

  private static Stream<String> told(MailSource source) {
    try (Reading reading = source.since(Checkpoint.START)) {
      return reading.arrivals().map(SampleExpectationsTest::told).toList().stream();
    }
  }

  private static String told(Arrival arrival) {
    return switch (arrival) {
      case Arrival.Arrived(RawMail mail, _) -> told(mail);
      case Arrival.Skipped(Problem problem, _, _) -> "Skipped: " + problem + "\n\n";
      case Arrival.Removed _ -> "Removed\n\n";
    };
  }

  private static String told(RawMail mail) {
    Parsed<Posting> posting = PatchParser.read(mail, ReadLimits.DEFAULT);
    String findings = reviewer.review(posting.value().message().id(), new AsOf.Now())
        .map(ReviewText::terse)
        .filter(text -> !text.isEmpty())
        .map(text -> text + "\n")
        .orElse("");
    return PostingText.of(posting.value(), posting.problems()) + findings;
  }
}
