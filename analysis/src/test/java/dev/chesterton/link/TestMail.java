package dev.chesterton.link;

import dev.chesterton.index.Index;
import dev.chesterton.index.IndexUpdate;
import dev.chesterton.index.Ingest;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail written in a test.
 *
 * @param id without domain and {@code <>}
 * @param date a day such as {@code 10 Jun 2024}
 * @param sender a first name
 * @param inReplyTo an id as above, or empty
 * @param domain of the id
 */
public record TestMail(String id, String sender, String subject, String date, String inReplyTo,
    String text, String domain) {
  private static final String DOMAIN = "t.example";

  public static TestMail of(String id, String subject, String date, String text) {
    return new TestMail(id, "Ann", subject, date, "", text, DOMAIN);
  }

  public TestMail answers(String other) {
    return new TestMail(id, sender, subject, date, other, text, domain);
  }

  public TestMail by(String other) {
    return new TestMail(id, other, subject, date, inReplyTo, text, domain);
  }

  public TestMail inDomain(String other) {
    return new TestMail(id, sender, subject, date, inReplyTo, text, other);
  }

  /** As it would be on the wire. */
  @Override
  public String toString() {
    String answer = inReplyTo.isEmpty() ? "" : "In-Reply-To: <%s@t.example>\n".formatted(inReplyTo);
    return "From: %s Example <%s@t.example>\n".formatted(sender, sender.toLowerCase(Locale.ROOT))
        + "Message-ID: <" + id + "@" + domain + ">\n" + answer
        + "Date: " + date + " 12:00:00 +0000\nSubject: " + subject
        + "\nContent-Type: text/plain; charset=utf-8\n\n" + text;
  }

  public Posting posting() {
    RawMail raw = MailSources.single(toString().getBytes(StandardCharsets.UTF_8), Path.of(id),
        ReadLimits.DEFAULT);
    return PatchParser.read(raw, ReadLimits.DEFAULT).value();
  }

  /** The text of a patch mail: a log and one hunk of these lines, each with its sign. */
  public static String diff(String path, String lines) {
    long out = lines.lines().filter(line -> line.startsWith("-")).count();
    long in = lines.lines().count() - out;
    return "Words of a log.\n---\ndiff --git a/" + path + " b/" + path + "\n--- a/" + path
        + "\n+++ b/" + path + "\n@@ -" + (out == 0 ? 9 : 10) + "," + out + " +"
        + (in == 0 ? 9 : 10) + "," + in + " @@\n" + lines;
  }

  public Posting.Patch patch() {
    return (Posting.Patch) posting();
  }

  /** A store of nothing but these, made in an empty folder. */
  public static Index store(Path folder, TestMail... mails) throws IOException {
    return store(folder, Stream.of(mails).map(TestMail::toString).toList());
  }

  /** The same of mails as they would be on the wire. */
  public static Index store(Path folder, List<String> mails) throws IOException {
    Path mbox = Files.writeString(folder.resolve("test.mbox"),
        mails.stream()
            .map(mail -> "From mboxrd@z Thu Jan  1 00:00:00 1970\n" + mail + "\n")
            .collect(Collectors.joining()));
    Path store = folder.resolve("store");
    try (IndexUpdate update = IndexUpdate.open(store, "test")) {
      Ingest ingest = new Ingest(update, ReadLimits.DEFAULT);
      MailSources.open(mbox, ReadLimits.DEFAULT).forEach(source -> ingest.mails("test", source));
    }
    return Index.open(store);
  }
}
