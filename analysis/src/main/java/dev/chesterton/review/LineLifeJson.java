package dev.chesterton.review;

import dev.chesterton.source.Problem;
import java.util.Optional;

/** A {@link LineLife} as JSON; docs/json.md describes the fields. */
public final class LineLifeJson {
  private LineLifeJson() {}

  /**
   * One document.
   *
   * @param address of the page of the line; empty where no server is configured
   */
  public static String of(LineLife life, Optional<String> address) {
    return JsonWriter.object(json -> json.number("schema", 1)
        .text("url", address)
        .text("path", life.story().path().value())
        .number("from_line", life.first())
        .number("to_line", life.last())
        .texts("lines", life.lines())
        .array("trees", life.story().stands(), LineLifeJson::stand)
        .texts("problems", life.story().problems().stream().map(Problem::what).toList())
        .array("causes", life.causes(), LineLifeJson::cause)
        .array("added_by", life.added(), HeadJson::write)
        .array("prior_attempts", life.attempts(), ExplanationJson::attempt)
        .number("too_common_to_tell", life.common()));
  }

  private static void stand(JsonWriter json, FileStand stand) {
    json.text("tree", stand.tree())
        .text("head", stand.head().hex())
        .array("blame", stand.runs(), (inner, run) -> {
          inner.number("from_line", run.from()).number("to_line", run.to());
          LinkJson.anchor(inner, run.commit());
        });
  }

  private static void cause(JsonWriter json, LineLife.Cause cause) {
    LinkJson.anchor(json, cause.change());
    json.object("sign", cause.fix(), LinkJson::excerpt)
        .array("mails", cause.mails(), LinkJson::to)
        .array("repaired_by", cause.repairing(), LinkJson::from);
  }
}
