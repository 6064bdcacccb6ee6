package dev.chesterton.web;

import dev.chesterton.finding.Claim.Verdict;
import dev.chesterton.link.CitedCommit;
import dev.chesterton.link.Citing;
import dev.chesterton.link.CommitReference;
import dev.chesterton.link.Linker;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.web.McpTool.Parameter;
import dev.chesterton.web.door.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers where a commit was discussed, and whether what is said of one is so. */
final class McpCommits {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{7,64}");
  private static final int MOST = 20;
  private static final int LONGEST_TITLE = 1_000;

  private final McpSources sources;

  McpCommits(McpSources sources) {
    this.sources = sources;
  }

  List<McpTool> tools() {
    Parameter commit = Parameter.text("commit", "commit id, 7 to 64 hex digits", true);
    return List.of(
        new McpTool("commit_threads", "Where a commit was discussed: the patch mails it came from,"
            + " with the reason for each tie, and the mails and commits that cite it.",
            List.of(commit), this::threads),
        new McpTool("verify_claim", "Whether a citation of a commit is right: does the id exist in"
            + " the trees at hand, and has it this title? The verdict is on the citation, never on"
            + " what is concluded from it.",
            List.of(commit, Parameter.text("title", "title that is cited with it", false)),
            this::verify));
  }

  private static String hex(McpArguments arguments) {
    String hex = arguments.needed("commit", 64).toLowerCase(Locale.ROOT);
    if (!HEX.matcher(hex).matches()) {
      throw Refusal.badRequest("a commit id is 7 to 64 hex digits");
    }
    return hex;
  }

  private String threads(McpArguments arguments, Snapshot snapshot) {
    String hex = hex(arguments);
    CommitReference found = new Linker(snapshot.index()).commit(hex, Instant.MAX)
        .orElseThrow(() -> Missing.commit(hex));
    return JsonWriter.object(json -> {
      json.number("schema", 1).flag("ambiguous", found.ambiguous());
      json.object("commit", inner -> sources.anchor(inner, found.commit()));
      json.array("mails", found.mails().stream().limit(MOST).toList(), sources::link)
          .number("mails_more", Math.max(0, found.mails().size() - MOST));
      json.array("cited_in", found.citedIn().stream().limit(MOST).toList(), this::citing)
          .number("cited_in_more", Math.max(0, found.citedIn().size() - MOST));
    });
  }

  private void citing(JsonWriter json, Citing citing) {
    sources.excerpt(json, citing.excerpt());
    json.text("cited_title", citing.citation().title());
  }

  private String verify(McpArguments arguments, Snapshot snapshot) {
    String hex = hex(arguments);
    Optional<String> title = arguments.text("title")
        .map(text -> text.substring(0, Math.min(text.length(), LONGEST_TITLE)).strip());
    Optional<CitedCommit> found = new Linker(snapshot.index()).cited(hex, Instant.MAX);
    return JsonWriter.object(json -> json.number("schema", 1)
        .text("commit", hex)
        .text("title", title)
        .text("verdict", Verdict.of(found, title, !snapshot.summary().trees().isEmpty()).words())
        .object("found", found.map(CitedCommit::commit), sources::anchor)
        .array("cited_in", found.map(CitedCommit::citedIn)
            .orElse(List.of())
            .stream()
            .limit(MOST)
            .toList(), this::citing));
  }
}
