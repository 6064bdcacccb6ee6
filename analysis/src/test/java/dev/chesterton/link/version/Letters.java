package dev.chesterton.link.version;

import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * A mail for tests of versions.
 *
 * @param day of the year 2024, from 1; a thousandth is a minute and a half
 * @param parent id of the mail it answers, or empty
 */
record Letters(String id, String from, double day, String subject, String parent, String text) {

  static final String ANN = "Ann Example <ann@t.example>";
  static final String BO = "Bo Example <bo@t.example>";

  static Letters ann(String id, double day, String subject, String text) {
    return new Letters(id, ANN, day, subject, "", text);
  }

  Letters from(String other) {
    return new Letters(id, other, day, subject, parent, text);
  }

  Letters answering(String other) {
    return new Letters(id, from, day, subject, other, text);
  }

  /** Some log and a diff that adds these lines to a file. */
  static String adds(String path, String... lines) {
    return "Why.\n\nSigned-off-by: " + ANN + "\n---\n\n" + diff(path, 10, lines);
  }

  static String diff(String path, int at, String... lines) {
    StringBuilder diff = new StringBuilder();
    diff.append("diff --git a/%1$s b/%1$s\n--- a/%1$s\n+++ b/%1$s\n".formatted(path));
    diff.append("@@ -%d,2 +%d,%d @@ void f(void)\n begin(%s);\n".formatted(at, at,
        lines.length + 2, path));
    for (String line : lines) {
      diff.append('+').append(line).append('\n');
    }
    return diff + " end();\n";
  }

  /** As it would be on the wire. */
  @Override
  public String toString() {
    String answer = parent.isEmpty() ? "" : "In-Reply-To: <%s>\n".formatted(parent);
    return "From: %s\nMessage-ID: <%s>\n%sDate: %s\nSubject: %s\n\n%s".formatted(from, id, answer,
        date(), subject, text);
  }

  /** Noon of its day, or some part of a day later. */
  private String date() {
    return OffsetDateTime.parse("2024-01-01T12:00:00Z")
        .plusSeconds(Math.round((day - 1) * 86_400))
        .format(DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  Posting posting() {
    RawMail raw = MailSources.single(toString().getBytes(StandardCharsets.UTF_8), Path.of(id),
        ReadLimits.DEFAULT);
    return PatchParser.read(raw, ReadLimits.DEFAULT).value();
  }
}
