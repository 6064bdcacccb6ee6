package dev.chesterton.web;

import dev.chesterton.change.LineKey;
import dev.chesterton.change.LineKeys;
import dev.chesterton.index.LineQuery;
import dev.chesterton.link.Attempt;
import dev.chesterton.link.Linker;
import dev.chesterton.link.Origin;
import dev.chesterton.link.Removal;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.web.McpTool.Parameter;
import java.time.Instant;
import java.util.List;

/** Answers why lines of code are there: who put them in, and who tried to take them away. */
final class McpLines {
  private static final int MAX_CHARS = 20_000;
  private static final int MOST = 10;

  private final McpSources sources;

  McpLines(McpSources sources) {
    this.sources = sources;
  }

  McpTool tool() {
    return new McpTool("why_line", "Why is this code here: the commits and patch mails that added"
        + " these lines, whether they were fixes and in whose words, and earlier attempts to take"
        + " them away with how these ended.",
        List.of(Parameter.text("code", "one or more lines as they stand in the file, without"
            + " diff signs; white space does not matter", true)),
        this::answer);
  }

  private String answer(McpArguments arguments, Snapshot snapshot) {
    List<LineKey> lines = arguments.needed("code", MAX_CHARS)
        .lines()
        .map(LineKey::of)
        .filter(key -> !key.isBlank())
        .distinct()
        .toList();
    LineKeys keys = LineKeys.ofKeys(lines.stream().mapToLong(LineKey::value));
    long common = lines.stream()
        .filter(key -> snapshot.index().occurrences(key) > LineQuery.COMMON)
        .count();
    Linker linker = new Linker(snapshot.index());
    List<Origin> origins = linker.origins(keys, Instant.MAX, _ -> true);
    List<Attempt> attempts = linker.attempts(Removal.of(keys), Instant.MAX, _ -> true);
    return JsonWriter.object(json -> json.number("schema", 1)
        .number("lines", lines.size())
        .number("too_common_to_tell", common)
        .array("added_by", origins.stream().limit(MOST).toList(), this::origin)
        .number("added_by_more", Math.max(0, origins.size() - MOST))
        .array("removed_before_by", attempts.stream().limit(MOST).toList(), this::attempt)
        .number("removed_before_by_more", Math.max(0, attempts.size() - MOST)));
  }

  private void origin(JsonWriter json, Origin origin) {
    sources.anchor(json, origin.change());
    json.number("lines_in_common", origin.shared().size())
        .share("share", origin.share())
        .text("because", origin.evidence().because())
        .text("confidence", origin.evidence().confidence().word())
        .object("sign_of_a_fix", origin.fix(), (inner, words) -> sources.excerpt(inner, words));
  }

  private void attempt(JsonWriter json, Attempt attempt) {
    sources.head(json, attempt.patch());
    json.text("review", sources.review(attempt.patch()))
        .text("quote", attempt.excerpt().words())
        .text("because", attempt.evidence().because())
        .text("confidence", attempt.evidence().confidence().word())
        .text("outcome", attempt.outcome().word())
        .text("ended", attempt.outcome().because())
        .array("answers", attempt.answers().stream().limit(MOST).toList(), sources::excerpt);
  }
}
