package dev.chesterton.notes;

import dev.chesterton.finding.RuleId;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.JsonObject;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.source.ArchiveException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Notes as JSON lines, the form of docs/notes.md: a head, an entry a line, and an end that says how many there were. */
public final class Backup {

  private static final int SCHEMA = 1;

  private Backup() {}

  /**
   * Writes all there is as of one moment.
   *
   * @return how many entries
   */
  public static int write(Notes notes, PrintStream out) {
    out.print(JsonWriter.object(json -> json.number("schema", SCHEMA).text("kind", "backup")));
    out.print('\n');
    int[] count = new int[1];
    notes.export(entry -> {
      out.print(line(entry));
      out.print('\n');
      count[0]++;
    });
    out.print(JsonWriter.object(json -> json.text("kind", "end").number("entries", count[0])));
    out.print('\n');
    return count[0];
  }

  /**
   * Takes in what {@link #write} wrote, all of it or nothing; what is there already is passed over.
   *
   * @param lines of the backup
   * @return how many entries and edits are new
   * @throws ArchiveException where a line is none of a backup, the end is missing, or the database holds something else
   *     under the same name; the message names line or entry
   */
  public static int restore(Notes notes, Iterator<String> lines) {
    // Nothing is written before the end has been seen: a file that is cut off is told at once.
    return notes.restore(entries(lines));
  }

  private static List<Entry> entries(Iterator<String> lines) {
    List<Entry> entries = new ArrayList<>();
    long number = 0;
    boolean ended = false;
    while (lines.hasNext() && !ended) {
      number++;
      JsonObject json = JsonObject.read(lines.next()).orElseThrow(wrong(number, "no JSON object"));
      String kind = json.text("kind").orElse("");
      if (number == 1) {
        head(json, kind);
      } else if (kind.equals("end")) {
        ended = json.number("entries").equals(Optional.of((long) entries.size()));
      } else {
        entries.add(entry(json, kind, number));
      }
    }
    if (!ended || lines.hasNext()) {
      throw new ArchiveException("the backup does not end after line " + number
          + " as it should: nothing was restored; it was cut off, or lines were added");
    }
    return entries;
  }

  private static void head(JsonObject json, String kind) {
    if (!kind.equals("backup") || !json.number("schema").equals(Optional.of((long) SCHEMA))) {
      throw new ArchiveException("this is no backup of schema " + SCHEMA
          + ": nothing was restored; 'chesterton backup export' writes one");
    }
  }

  private static Entry entry(JsonObject json, String kind, long number) {
    try {
      return switch (kind) {
        case "note" -> new Note(id(json), patch(json), json.text("finding").map(FindingKey::new),
            json.objects("edits").stream().map(Backup::edit).toList());
        case "answer" -> new Answer(id(json), new FindingKey(word(json, "finding")),
            new RuleId(word(json, "rule")), patch(json), word(json, "version"),
            Answer.Kind.of(word(json, "answer")).orElseThrow(missing("answer")),
            word(json, "reason"), signature(json));
        case "state" -> new PatchState(id(json), patch(json),
            PatchState.Kind.of(word(json, "state")).orElseThrow(missing("state")),
            word(json, "why"), signature(json));
        default -> throw new IllegalArgumentException("no kind of entry");
      };
    } catch (IllegalArgumentException e) {
      throw wrong(number, String.valueOf(e.getMessage())).get();
    }
  }

  private static Note.Edit edit(JsonObject json) {
    return new Note.Edit(signature(json), word(json, "markdown"));
  }

  private static EntryId id(JsonObject json) {
    return new EntryId(word(json, "id"));
  }

  private static MessageId patch(JsonObject json) {
    return new MessageId(word(json, "message_id"));
  }

  private static Signature signature(JsonObject json) {
    return new Signature(word(json, "author"), json.instant("at").orElseThrow(missing("at")));
  }

  private static String word(JsonObject json, String field) {
    return json.text(field).orElseThrow(missing(field));
  }

  private static Supplier<IllegalArgumentException> missing(String field) {
    return () -> new IllegalArgumentException(
        "'" + field + "' is missing or not what it should be");
  }

  private static Supplier<ArchiveException> wrong(long line, String why) {
    return () -> new ArchiveException(
        "line " + line + " of the backup: " + why + ": nothing was restored");
  }

  private static String line(Entry entry) {
    return JsonWriter.object(json -> {
      switch (entry) {
        case Note note -> write(json, note);
        case Answer answer -> write(json, answer);
        case PatchState state -> write(json, state);
      }
    });
  }

  private static void write(JsonWriter json, Note note) {
    json.text("kind", "note")
        .text("id", note.id().value())
        .text("message_id", note.patch().value())
        .text("finding", note.finding().map(FindingKey::value))
        .array("edits", note.edits(), (inner, edit) -> {
          write(inner, edit.by());
          inner.text("markdown", edit.markdown());
        });
  }

  private static void write(JsonWriter json, Answer answer) {
    json.text("kind", "answer")
        .text("id", answer.id().value())
        .text("finding", answer.finding().value())
        .text("rule", answer.rule().value())
        .text("message_id", answer.patch().value())
        .text("version", answer.version())
        .text("answer", answer.kind().word())
        .text("reason", answer.reason());
    write(json, answer.by());
  }

  private static void write(JsonWriter json, PatchState state) {
    json.text("kind", "state")
        .text("id", state.id().value())
        .text("message_id", state.patch().value())
        .text("state", state.kind().word())
        .text("why", state.why());
    write(json, state.by());
  }

  private static void write(JsonWriter json, Signature by) {
    json.text("author", by.author()).text("at", by.at().toString());
  }
}
