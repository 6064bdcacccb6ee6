package dev.chesterton.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.SharedFolder;
import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Six years of a real list, and five pages people saved. The figures were counted with Python's email package. */
class RealMailTest {

  @Test
  void everyMailOfTheListIsReadWithIdAuthorAndDate(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path epoch = clone(SharedFolder.require("corpus/linux-btrfs-slice.bundle"), folder);
    Map<String, Integer> counts = new HashMap<>();
    Set<MessageId> ids = new HashSet<>();

    try (Reading reading = MailSources.open(epoch, ReadLimits.DEFAULT)
        .getFirst()
        .since(Checkpoint.START)) {
      reading.arrivals().forEach(arrival -> {
        assertThat(arrival).isInstanceOf(Arrival.Arrived.class);
        Message message = MessageParser
            .parse(((Arrival.Arrived) arrival).mail(), ReadLimits.DEFAULT)
            .value();
        count(counts, "mails", true);
        count(counts, "without author", message.author().address().isEmpty());
        count(counts, "without text", message.text().isBlank());
        count(counts, "date elsewhere", message.date().source() != SentDate.Source.DATE_HEADER);
        count(counts, "made id", message.id().isMade());
        count(counts, "replies", !message.inReplyTo().isEmpty());
        count(counts, "titled PATCH", message.subject().startsWith("[PATCH"));
        count(counts, "non-ASCII author", !message.author().name().matches("\\p{ASCII}*"));
        ids.add(message.id());
      });
    }

    assertThat(ids).hasSize(15_712);
    // Python finds no text in a third mail, which announces a multipart and holds only its boundary.
    assertThat(counts).isEqualTo(Map.of("mails", 15_712, "replies", 13_166, "titled PATCH", 5_387,
        "non-ASCII author", 167, "without text", 2));
  }

  /** Of the other three the true copies are not at hand. */
  @Test
  void savedCopiesSayWhatTheMailsSaid(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path epoch = clone(SharedFolder.require("corpus/linux-btrfs-slice.bundle"), folder);
    Message fixup = seed("seeds/000_ba06215ab8606f43.txt");
    Message lockedPage = seed("seeds/001_3cb0a1a52e131280.txt");
    List<Message> mails = new ArrayList<>();
    try (Reading reading = MailSources.open(epoch, ReadLimits.DEFAULT)
        .getFirst()
        .since(Checkpoint.START)) {
      reading.arrivals().forEach(arrival -> {
        RawMail raw = ((Arrival.Arrived) arrival).mail();
        String head = new String(raw.bytes(), 0, Math.min(raw.bytes().length, 1 << 14),
            StandardCharsets.ISO_8859_1);
        if (head.contains("btrfs_writepage_cow_fixup") || head.contains("the locked page with")) {
          mails.add(MessageParser.parse(raw, ReadLimits.DEFAULT).value());
        }
      });
    }

    assertIsCopyOf(mails, fixup);
    assertIsCopyOf(mails, lockedPage);
  }

  /** All but masked addresses and characters that were decoded wrongly; the pages show when the mail arrived. */
  private static void assertIsCopyOf(List<Message> mails, Message copy) {
    Message mail = mails.stream()
        .filter(each -> each.subject().equals(copy.subject()))
        .filter(each -> each.author().name().equals(copy.author().name()))
        .min(Comparator.comparing(each -> apart(each, copy)))
        .orElseThrow();
    assertThat(apart(mail, copy)).isLessThan(Duration.ofMinutes(10));
    assertThat(words(copy)).isEqualTo(words(mail));
    assertThat(citations(copy)).isNotEmpty().isEqualTo(citations(mail));
  }

  private static Duration apart(Message mail, Message copy) {
    return Duration.between(mail.date().instant(), copy.date().instant()).abs();
  }

  private static List<String> words(Message message) {
    return Stream.of(message.text().replace(">", " ").split("\\s+"))
        .filter(word -> word.matches("[\\x20-\\x7e]+") && !word.contains("@"))
        .toList();
  }

  private static List<String> citations(Message message) {
    return words(message).stream().filter(word -> word.matches("[0-9a-f]{12,40}")).toList();
  }

  private static void count(Map<String, Integer> counts, String what, boolean holds) {
    if (holds) {
      counts.merge(what, 1, Integer::sum);
    }
  }

  private static Path clone(Path bundle, Path folder) throws IOException, InterruptedException {
    Path epoch = folder.resolve("0.git");
    Process git = new ProcessBuilder(List.of("git", "clone", "--quiet", "--mirror",
        bundle.toString(), epoch.toString())).inheritIO().start();
    assertThat(git.waitFor()).isZero();
    return epoch;
  }

  @Test
  void pageWithLostQuoteMarksIsAGuess() {
    Message message = seed("seeds/000_ba06215ab8606f43.txt");

    assertThat(message.author().name()).isEqualTo("Qu Wenruo");
    // Sent at 21:50:58 +0800 (linux-btrfs archive); the page shows when it arrived.
    assertThat(message.date().instant()).isEqualTo(Instant.parse("2022-06-24T13:51:22Z"));
    List<Quote> quotes = Quotes.of(message).value();
    assertThat(quotes).isNotEmpty().allMatch(Quote::guessed);
    assertThat(quotes.getFirst().depth()).isEqualTo(4);
    assertThat(quotes.getFirst().who()).contains("Christoph Hellwig");
    assertThat(Quotes.of(message).problems()).hasSize(1);
  }

  @Test
  void pageWithQuotedHunksKeepsItsSpeakers() {
    Message message = seed("seeds/001_3cb0a1a52e131280.txt");

    assertThat(message.author().name()).isEqualTo("Chris Mason");
    assertThat(Quotes.of(message).value()).extracting(quote -> quote.who().orElse(""))
        .containsOnly("Nikolay Borisov", "Tejun Heo");
  }

  @Test
  void flattenedPageHasThreeLevelsAndItsAuthorFromTheSignature() {
    Message message = seed("seeds/002_b22a03919f532f63.txt");

    assertThat(message.author()).isEqualTo(new Mailbox("Dave Chinner", "david@xxxxxxxxxxxxx"));
    assertThat(message.date()).isEqualTo(SentDate.NONE);
    assertThat(message.text()).contains("\n> > > Any thoughts?\n> >\n> > I doubt that moving",
        "\n> the middle of a bunch of xfs commits.\nDamned if you do");
    assertThat(Quotes.of(message).value()).allMatch(Quote::guessed)
        .extracting(Quote::depth)
        .contains(1, 2, 3)
        .doesNotContain(4, 5, 6);
  }

  @Test
  void pagesOfDiscussionsKeepDepthAndSpeakers() {
    assertThat(Quotes.of(seed("seeds/003_bb33e38fae802270.txt")).value())
        .extracting(quote -> quote.who().orElse(""))
        .containsOnly("Kent Overstreet", "Linus Torvalds");
    assertThat(Quotes.of(seed("seeds/004_7871962a2fc67894.txt")).value())
        .extracting(Quote::depth)
        .contains(1, 2, 3, 4);
  }

  private static Message seed(String name) {
    return MessageParser.parse(
        MailSources.single(SharedFolder.require(name), ReadLimits.DEFAULT), ReadLimits.DEFAULT)
        .value();
  }
}
