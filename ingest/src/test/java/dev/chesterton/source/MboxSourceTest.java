package dev.chesterton.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Seed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MboxSourceTest {
  private static final String SEPARATOR = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";

  @TempDir
  Path folder;

  @Test
  void givesEachMailWithTheOffsetOfItsFirstByte() throws IOException {
    String first = "Subject: one\n\nbody\n";
    List<Arrival> arrivals = read(SEPARATOR + first + "\n" + SEPARATOR + "Subject: two\n\nmore\n");

    assertThat(texts(arrivals)).containsExactly(first, "Subject: two\n\nmore\n");
    assertThat(arrivals.get(1)).isInstanceOfSatisfying(Arrival.Arrived.class,
        arrived -> assertThat(arrived.mail().provenance()).isEqualTo(new Provenance.InFile(
            folder.resolve("test.mbox"), 2 * SEPARATOR.length() + first.length() + 1)));
  }

  @Test
  void proseThatBeginsWithFromIsNoSeparator() throws IOException {
    String mail = "Subject: x\n\nbody\n\nFrom the initial merge on Mon Jan 1 10:00:00 2020 it"
        + " was wrong.\n\nFrom here on\n";

    assertThat(texts(read(SEPARATOR + mail))).containsExactly(mail);
  }

  @Test
  void separatorNeedsAnEmptyLineBeforeIt() throws IOException {
    String mail = "Subject: x\n\nquoted:\n" + SEPARATOR + "end\n";

    assertThat(texts(read(SEPARATOR + mail))).containsExactly(mail);
  }

  @Test
  void separatorsOfFormatPatchAndMozillaAreKnown() throws IOException {
    String commit = "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n";
    String mozilla = "From - Fri Jun 24 09:51:22 2022\n";

    assertThat(texts(read(commit + "A: b\n\nx\n\n" + mozilla + "C: d\n\ny\n")))
        .containsExactly("A: b\n\nx\n", "C: d\n\ny\n");
  }

  @Test
  void contentLengthIsNotBelieved() throws IOException {
    assertThat(read(SEPARATOR + "Content-Length: 999999\n\nx\n\n" + SEPARATOR + "A: b\n\ny\n"))
        .hasSize(2);
  }

  @Test
  void mixedLineEndsSurvive() throws IOException {
    String mail = "Subject: x\r\n\r\nwindows\r\nunix\n";

    assertThat(texts(read(SEPARATOR.replace("\n", "\r\n") + mail + "\r\n" + SEPARATOR + "A: b\n")))
        .containsExactly(mail, "A: b\n");
  }

  @Test
  void longMailIsCutAndSaysSo() throws IOException {
    ReadLimits small = new ReadLimits(100, 100, 100, 10, 10);
    Path file = write((SEPARATOR + "A: b\n\n" + "x".repeat(200_000) + "\n\n" + SEPARATOR
        + "C: d\n").getBytes(StandardCharsets.UTF_8));

    List<RawMail> mails = mails(readAll(file, small));

    assertThat(mails).hasSize(2);
    assertThat(mails.getFirst().bytes()).hasSize(100);
    assertThat(mails.getFirst().problems()).singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("cut at 100"));
  }

  @Test
  void gzipIsReadWhateverTheNameOfTheFile() throws IOException {
    Path file = write(gzip((SEPARATOR + "A: b\n\nx\n").getBytes(StandardCharsets.UTF_8)));

    assertThat(texts(readAll(file, ReadLimits.DEFAULT))).containsExactly("A: b\n\nx\n");
  }

  @Test
  void truncatedGzipCostsTheRestAndNotTheMailsBefore() throws IOException {
    byte[] noise = new byte[300_000];
    new Random(1).nextBytes(noise);
    String start = SEPARATOR + "A: b\n\nx\n\n" + SEPARATOR + "C: d\n\n";
    byte[] whole = gzip(concat(start.getBytes(StandardCharsets.UTF_8), noise));

    List<Arrival> arrivals = readAll(write(Arrays.copyOf(whole, whole.length / 2)),
        ReadLimits.DEFAULT);

    assertThat(texts(arrivals)).containsExactly("A: b\n\nx\n");
    assertThat(arrivals.getLast()).isInstanceOf(Arrival.Skipped.class);
  }

  @Test
  void gzipThatGrowsBeyondReasonIsStopped() throws IOException {
    byte[] bomb = gzip(concat((SEPARATOR + "A: b\n\n").getBytes(StandardCharsets.UTF_8),
        new byte[64 << 20]));

    assertThat(readAll(write(bomb), ReadLimits.DEFAULT)).singleElement()
        .isInstanceOfSatisfying(Arrival.Skipped.class,
            skipped -> assertThat(skipped.problem().what()).contains("200 times"));
  }

  @Test
  void mboxrdSurvivesWriteAndRead() throws IOException {
    Random random = Seed.printed("MboxSourceTest");
    List<String> lines = List.of("From mboxrd@z Thu Jan  1 00:00:00 1970", ">From x", ">>From y",
        "From", "", ">", "text", "From me Mon Jan  1 00:00:00 2020", "\rx", "tail\r");
    List<String> mails = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      StringBuilder mail = new StringBuilder("A: b\n\n");
      random.ints(random.nextInt(12), 0, lines.size())
          .forEach(line -> mail.append(lines.get(line)).append('\n'));
      mails.add(mail.toString());
    }

    String mbox = String.join("", mails.stream().map(MboxSourceTest::mboxrd).toList());

    assertThat(texts(read(mbox))).isEqualTo(mails);
  }

  private static String mboxrd(String mail) {
    return SEPARATOR + mail.replaceAll("(?m)^(>*From )", ">$1") + "\n";
  }

  private List<Arrival> read(String mbox) throws IOException {
    return readAll(write(mbox.getBytes(StandardCharsets.UTF_8)), ReadLimits.DEFAULT);
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("test.mbox"), bytes);
  }

  private static List<Arrival> readAll(Path file, ReadLimits limits) {
    try (Reading reading = MailSources.open(file, limits)
        .getFirst()
        .since(Checkpoint.START)) {
      return reading.arrivals().toList();
    }
  }

  private static List<RawMail> mails(List<Arrival> arrivals) {
    return arrivals.stream()
        .filter(Arrival.Arrived.class::isInstance)
        .map(arrival -> ((Arrival.Arrived) arrival).mail())
        .toList();
  }

  private static List<String> texts(List<Arrival> arrivals) {
    return mails(arrivals).stream()
        .map(mail -> new String(mail.bytes(), StandardCharsets.UTF_8))
        .toList();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
