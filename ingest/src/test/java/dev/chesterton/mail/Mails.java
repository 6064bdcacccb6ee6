package dev.chesterton.mail;

import dev.chesterton.source.Parsed;
import dev.chesterton.source.Provenance;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Parses what a test writes down: the single place where these tests touch the parser. */
final class Mails {
  private Mails() {}

  static Parsed<Message> parsed(byte[] mail) {
    return MessageParser.parse(raw(mail, RawMail.Form.MAIL), ReadLimits.DEFAULT);
  }

  static Message parse(String mail) {
    return parsed(mail.getBytes(StandardCharsets.UTF_8)).value();
  }

  static Message parseLatin1(String mail) {
    return parsed(mail.getBytes(StandardCharsets.ISO_8859_1)).value();
  }

  static List<String> problems(String mail) {
    return parsed(mail.getBytes(StandardCharsets.UTF_8)).problems()
        .stream()
        .map(problem -> problem.what())
        .toList();
  }

  static Parsed<Message> savedCopy(String text) {
    return MessageParser.parse(
        raw(text.getBytes(StandardCharsets.UTF_8), RawMail.Form.SAVED_COPY), ReadLimits.DEFAULT);
  }

  /** A mail the archive took in at that time. */
  static Message archived(String mail, String at) {
    Provenance place = new Provenance.InEpoch(Path.of("0.git"), "c".repeat(40), Instant.parse(at));
    return MessageParser.parse(new RawMail(mail.getBytes(StandardCharsets.UTF_8), place,
        RawMail.Form.MAIL), ReadLimits.DEFAULT).value();
  }

  static RawMail raw(byte[] bytes, RawMail.Form form) {
    return new RawMail(bytes, new Provenance.InFile(Path.of("test"), 0), form);
  }
}
