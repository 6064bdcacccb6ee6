package dev.chesterton.review;

import dev.chesterton.link.Attempt;
import dev.chesterton.link.Backport;
import dev.chesterton.link.CitedMail;
import dev.chesterton.link.Citing;
import dev.chesterton.link.Link;
import dev.chesterton.link.Origin;
import java.util.Locale;

/** An {@link Explanation} as JSON; docs/json.md describes the fields. */
public final class ExplanationJson {
  private ExplanationJson() {}

  public static String of(Explanation explanation) {
    return JsonWriter.object(json -> write(json, explanation));
  }

  /** The fields of one. */
  public static void write(JsonWriter json, Explanation explanation) {
    LinkJson.anchor(json, explanation.subject());
    json.flag("ambiguous", explanation.ambiguous())
        .array("links", explanation.links(), ExplanationJson::link)
        .object("ended", explanation.ended(), (inner, outcome) -> inner
            .text("outcome", outcome.word())
            .text("because", outcome.because()))
        .array("origins", explanation.origins(), ExplanationJson::origin)
        .array("prior_attempts", explanation.attempts(), ExplanationJson::attempt)
        .array("undone_by", explanation.undoing(), LinkJson::from)
        .array("repaired_by", explanation.repairing(), LinkJson::from)
        .array("backports", explanation.backports(), ExplanationJson::backport)
        .array("colliding", explanation.colliding(), LinkJson::from)
        .array("cited_in", explanation.citing(), ExplanationJson::citing)
        .array("named_in", explanation.naming(), LinkJson::mail)
        .array("cites", explanation.cites(), ExplanationJson::cited);
  }

  /** Links of a mail lead from its commits, those of a commit to its mails. */
  private static void link(JsonWriter json, Link link) {
    json.object("commit", inner -> LinkJson.anchor(inner, link.from()));
    json.object("mail", inner -> LinkJson.to(inner, link));
    json.share("score", link.score());
  }

  private static void origin(JsonWriter json, Origin origin) {
    LinkJson.anchor(json, origin.change());
    json.number("lines", origin.shared().size()).share("share", origin.share());
    json.object("sign", origin.fix(), LinkJson::excerpt);
  }

  static void attempt(JsonWriter json, Attempt attempt) {
    LinkJson.mail(json, attempt.patch());
    LinkJson.evidence(json, attempt.evidence());
    json.text("outcome", attempt.outcome().word()).text("ended", attempt.outcome().because());
  }

  private static void backport(JsonWriter json, Backport backport) {
    LinkJson.mail(json, backport.mail());
    json.array("objections", backport.objections(), LinkJson::excerpt);
  }

  private static void cited(JsonWriter json, CitedMail cited) {
    json.text("as", cited.citation().messageId())
        .number("line", cited.citation().line())
        .text("state", cited.state().words())
        .array("mails", cited.found(), LinkJson::mail);
  }

  private static void citing(JsonWriter json, Citing citing) {
    json.text("form", citing.citation().form().name().toLowerCase(Locale.ROOT));
    LinkJson.excerpt(json, citing.excerpt());
  }
}
