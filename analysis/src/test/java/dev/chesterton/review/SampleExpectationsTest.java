package dev.chesterton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import dev.chesterton.link.version.VersionFinder;
import dev.chesterton.mail.MessageId;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is understood of each mail of a sample, what is found in its patches, and its versions, as the file beside it says. */
class SampleExpectationsTest {
  private static final boolean UPDATE = "1".equals(System.getenv("UPDATE_EXPECT"));

  @TempDir
  private static Path folder;

  private static TestStore store;
  private static Reviewer reviewer;
  private static VersionFinder finder;

  @BeforeAll
  static void open() throws Exception {
    store = TestStore.in(folder);
    reviewer = store.reviewer();
    finder = VersionFinder.in(store.index(), Instant.MAX);
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
        .collect(Collectors.joining()) + versions(sample);
    return text.replace(Checkout.sample("") + File.separator, "");
  }

  /** Of each series that has more than one, looked for in the store of all samples. */
  private static String versions(Path sample) {
    Set<MessageId> told = new HashSet<>();
    StringBuilder text = new StringBuilder();
    for (MessageId id : ids(sample)) {
      if (!told.contains(id)) {
        finder.find(id).filter(lineage -> lineage.versions().size() > 1).ifPresent(lineage -> {
          lineage.versions().forEach(version -> told.addAll(version.sending().ids()));
          text.append(LineageText.of(lineage, true));
        });
      }
    }
    return text.toString();
  }

  private static List<MessageId> ids(Path sample) {
    List<MessageId> ids = new ArrayList<>();
    for (MailSource source : MailSources.open(sample, ReadLimits.DEFAULT)) {
      try (Reading reading = source.since(Checkpoint.START)) {
        reading.arrivals().forEach(arrival -> {
          if (arrival instanceof Arrival.Arrived(RawMail mail, _)) {
            ids.add(PatchParser.read(mail, ReadLimits.DEFAULT).value().message().id());
          }
        });
      }
    }
    return ids;
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
