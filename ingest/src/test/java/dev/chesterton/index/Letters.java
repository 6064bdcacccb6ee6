package dev.chesterton.index;

import dev.chesterton.source.Provenance;
import dev.chesterton.source.RawMail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Mails for tests, each a copy of a plain one with something changed. */
record Letters(String id, String subject, int minute, String headers, String body) {

  static Letters letter(String id) {
    return new Letters(id, "letter " + id, 0, "", "Text of a letter.\n");
  }

  /** A patch that puts these lines into a file, and takes those out. */
  static Letters patch(String id, String removed, String added) {
    return letter(id).subject("[PATCH] patch " + id)
        .body("Log of a patch.\n---\n" + Diffs.diff("fs/cairnfs/a.c", removed, added));
  }

  Letters subject(String other) {
    return new Letters(id, other, minute, headers, body);
  }

  /** Minutes after noon of 2022-06-24. */
  Letters minute(int other) {
    return new Letters(id, subject, other, headers, body);
  }

  Letters header(String line) {
    return new Letters(id, subject, minute, headers + line + "\n", body);
  }

  Letters answering(String parent) {
    return header("In-Reply-To: <" + parent + ">").header("References: <" + parent + ">");
  }

  Letters body(String other) {
    return new Letters(id, subject, minute, headers, other);
  }

  String text() {
    return "From: Ann <ann@example.org>\nSubject: " + subject + "\nMessage-ID: <" + id
        + ">\nDate: Fri, 24 Jun 2022 %02d:%02d:00 +0000\n".formatted(12 + minute / 60, minute % 60)
        + headers + "\n" + body;
  }

  RawMail mail() {
    return mailAt("box", 0);
  }

  RawMail mailAt(String file, long offset) {
    return new RawMail(text().getBytes(StandardCharsets.UTF_8),
        new Provenance.InFile(Path.of(file), offset), RawMail.Form.MAIL);
  }
}
