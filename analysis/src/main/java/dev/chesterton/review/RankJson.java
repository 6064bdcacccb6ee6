package dev.chesterton.review;

import dev.chesterton.finding.rank.Rank;
import dev.chesterton.mail.MessageId;
import java.util.List;
import java.util.Map;

/** The rank of a patch as JSON; docs/json.md describes the fields. */
public final class RankJson {

  /** Lines written of one patch, most suspect first. */
  private static final int MOST_LINES = 100;

  private RankJson() {}

  /** One line of a list of ranks: a patch, what it is ranked by, and what was found. */
  public static String line(MessageId id, Screening seen) {
    return JsonWriter.object(json -> write(json, id, seen));
  }

  /** One patch as an object, several as a list. */
  public static String document(List<Map.Entry<MessageId, Screening>> patches) {
    return patches.size() == 1
        ? line(patches.getFirst().getKey(), patches.getFirst().getValue())
        : JsonWriter.array(patches,
            (json, patch) -> write(json, patch.getKey(), patch.getValue()));
  }

  private static void write(JsonWriter json, MessageId id, Screening seen) {
    Rank rank = seen.rank();
    json.text("message_id", id.value());
    json.score("score", rank.score()).text("lane", rank.lane().word());
    json.flag("worth_a_look", rank.isWorthALook());
    json.texts("lines", rank.lines()
        .stream()
        .limit(MOST_LINES)
        .map(line -> line.line().text())
        .toList());
    json.array("findings", seen.findings(), (inner, finding) -> inner
        .text("rule", finding.rule().value())
        .text("severity", finding.severity().word())
        .text("claim", finding.claim())
        .text("place", finding.place().toString())
        .texts("evidence", finding.reasons()
            .stream()
            .map(reason -> reason.excerpt().source().key())
            .distinct()
            .toList()));
  }

  static void write(JsonWriter json, Rank rank) {
    json.score("score", rank.score()).text("lane", rank.lane().word());
    json.flag("worth_a_look", rank.isWorthALook());
    json.array("parts", rank.parts(), (inner, part) -> inner.text("signal", part.signal().word())
        .text("counts", part.signal().title())
        .share("value", part.value())
        .share("amount", part.amount()));
    json.array("lines", rank.lines().stream().limit(MOST_LINES).toList(),
        (inner, line) -> inner.text("path", line.path().value())
            .number("line", line.line().oldLine())
            .text("text", line.line().text()));
  }
}
