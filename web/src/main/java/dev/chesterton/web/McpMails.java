package dev.chesterton.web;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Hits;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.index.SearchSyntax;
import dev.chesterton.index.StoredMail;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.AsOf;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.review.Review;
import dev.chesterton.review.ReviewJson;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.web.McpTool.Parameter;
import dev.chesterton.web.door.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Answers with mails: a thread, a search, the review of a patch. */
final class McpMails {
  private static final int LONGEST_ID = 2_000;
  private static final int MOST_MAILS = 20;
  private static final int MOST_HITS = 50;
  private static final int LONGEST_TEXT = 3_000;

  private final McpSources sources;
  private final Checks checks;

  McpMails(McpSources sources, Checks checks) {
    this.sources = sources;
    this.checks = checks;
  }

  List<McpTool> tools() {
    return List.of(
        new McpTool("thread", "The mails of a thread in reading order, each with the begin of its"
            + " text; " + MOST_MAILS + " at a time.",
            List.of(Parameter.text("message_id", "of any mail of it, without <>", true),
                Parameter.number("skip", "mails passed over")),
            this::thread),
        new McpTool("check_patch", "What a patch takes away that was needed: findings with their"
            + " evidence, prior attempts, objections, claims, tests.",
            List.of(Parameter.text("message_id", "of a patch in the store, without <>", false),
                Parameter.text("patch", "or the patch itself: a mail or mbox, at most 1 MiB",
                    false)),
            this::check),
        new McpTool("search", "Mails and commits that match words and prefixes: s: subject, f:"
            + " author, b: text, d: dates, dfn: file, dfa: dfb: identifiers of removed or added"
            + " lines, mid: Message-ID, l: list, commit: cited commit, test: named test; \"a"
            + " phrase\", begin*, -not, OR.",
            List.of(Parameter.text("query", "at most 1,000 characters", true),
                Parameter.number("skip", "results passed over")),
            this::search));
  }

  private static MessageId id(String text) {
    return new MessageId(text.replaceAll("^<|>$", ""));
  }

  private String thread(McpArguments arguments, Snapshot snapshot) {
    MessageId id = id(arguments.needed("message_id", LONGEST_ID));
    int skip = arguments.number("skip", 0, Integer.MAX_VALUE);
    List<MailHead> heads = ThreadNodes.of(id, snapshot).heads().toList();
    int end = (int) Math.min(heads.size(), (long) skip + MOST_MAILS);
    return JsonWriter.object(json -> json.number("schema", 1)
        .number("count", heads.size())
        .array("mails", heads.subList(Math.min(skip, end), end),
            (inner, head) -> mail(inner, head, snapshot))
        .number("next_skip", Optional.of(end).filter(next -> next < heads.size())));
  }

  private void mail(JsonWriter json, MailHead head, Snapshot snapshot) {
    sources.head(json, head);
    String text = ThreadNodes.open(head, snapshot)
        .map(StoredMail::posting)
        .map(posting -> posting.message().text())
        .orElse("");
    json.text("quote", text.substring(0, Math.min(text.length(), LONGEST_TEXT)))
        .number("characters_left_out", Math.max(0, text.length() - LONGEST_TEXT));
  }

  private String search(McpArguments arguments, Snapshot snapshot) {
    String query = arguments.needed("query", 1_000);
    int skip = arguments.number("skip", 0, 10_000);
    SearchSyntax syntax = SearchSyntax.parse(query);
    syntax.error().ifPresent(error -> {
      throw Refusal.badRequest(error);
    });
    Hits hits = snapshot.index()
        .search(new SearchQuery(syntax.criterion(), SearchQuery.Order.RELEVANCE, skip, MOST_HITS));
    int end = skip + hits.heads().size();
    return JsonWriter.object(json -> json.number("schema", 1)
        .number("count", hits.count())
        .flag("exact", hits.exact())
        .text("url", sources.search(query))
        .array("hits", hits.heads(), sources::head)
        .number("next_skip", Optional.of(end).filter(next -> next < hits.count())));
  }

  private String check(McpArguments arguments, Snapshot snapshot) {
    Optional<String> patch = arguments.text("patch");
    if (patch.isPresent() == arguments.text("message_id").isPresent()) {
      throw Refusal.badRequest("give either message_id or patch");
    }
    List<Review> reviews = patch
        .map(_ -> arguments.needed("patch", PostedMails.MAX_BYTES).getBytes(StandardCharsets.UTF_8))
        .map(bytes -> checks.of(PostedMails.parse(bytes, ReadLimits.DEFAULT), new AsOf.Now(),
            snapshot))
        .orElseGet(() -> List.of(ofStore(arguments, snapshot)));
    return JsonWriter.object(json -> json.number("schema", 1)
        .array("reviews", reviews, (inner, review) -> {
          ReviewJson.write(inner, review);
          inner.text("url", review.head().map(sources::review));
        }));
  }

  private Review ofStore(McpArguments arguments, Snapshot snapshot) {
    MessageId id = id(arguments.needed("message_id", LONGEST_ID));
    return checks.ofStore(id, snapshot)
        .orElseThrow(() -> snapshot.head(id).isEmpty() ? Missing.mail(id, snapshot)
            : Refusal.notFound("this mail carries no patch, so there is nothing to review"));
  }
}
