package dev.chesterton.review.form;

import dev.chesterton.finding.AddedLine;
import dev.chesterton.finding.Fence;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.MessageLine;
import dev.chesterton.finding.Place;
import dev.chesterton.finding.Reason;
import dev.chesterton.finding.RulePage;
import dev.chesterton.finding.Severity;
import dev.chesterton.link.Anchor;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.review.PageAddress;
import dev.chesterton.review.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reviews as SARIF 2.1.0 (OASIS, errata 01): one run, a result for each finding, its evidence as related locations. Names
 * of sections below are those of the standard.
 */
public final class Sarif {
  private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String VERSION = "2.1.0";

  /** Top of the tree a patch applies to; who reads the document knows where that is. */
  private static final String TOP = "SRCROOT";

  /** The fingerprint that servers of code look for under this name, and else make from the file at hand (section 3.27.17). */
  private static final String COMMON_FINGERPRINT = "primaryLocationLineHash";

  private static final String OWN_FINGERPRINT = "finding/v1";

  /** What a message may not hold by chance: an embedded link (3.11.6) and a placeholder (3.11.5). */
  private static final Pattern LINK = Pattern.compile("\\]\\(");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)\\}");

  /** Behind the words of a rule file stand samples for its test. */
  private static final Pattern SAMPLES = Pattern.compile("(?m)^## Must ");

  /** Evidence told in the message; all of it is among the related locations. */
  private static final int MOST_WORDS = 5;

  private final List<RulePage> rules;
  private final SiteLinks links;
  private final Fingerprints fingerprints = new Fingerprints();

  private Sarif(List<RulePage> rules, SiteLinks links) {
    this.rules = rules;
    this.links = links;
  }

  /**
   * One document, without a line end.
   *
   * @param version of this program
   * @param rules that were asked, in their order
   */
  public static String document(List<Review> reviews, String version, List<RulePage> rules,
      SiteLinks links) {
    Sarif sarif = new Sarif(rules, links);
    return JsonWriter.object(json -> json.text("$schema", SCHEMA)
        .text("version", VERSION)
        .array("runs", List.of(reviews), (run, all) -> sarif.run(run, all, version)));
  }

  private void run(JsonWriter json, List<Review> reviews, String version) {
    json.object("tool", tool -> tool.object("driver", driver -> driver.text("name", "Chesterton")
        .text("version", version)
        .object("shortDescription",
            text -> message(text, "Finds out why a line is there before a patch takes it away."))
        .array("rules", rules, this::rule)));
    json.array("invocations", List.of(reviews), Sarif::invocation);
    json.object("originalUriBaseIds", bases -> bases.object(TOP, base -> base.object("description",
        text -> message(text, "top of the source tree the patch applies to"))));
    json.text("columnKind", "utf16CodeUnits");
    json.array("results",
        reviews.stream()
            .flatMap(review -> review.findings()
                .stream()
                .map(finding -> new Result(review, finding)))
            .toList(),
        this::result);
  }

  private record Result(Review review, Finding finding) {}

  private void rule(JsonWriter json, RulePage page) {
    json.text("id", page.id().value());
    json.object("shortDescription", title -> message(title, page.title()));
    String text = SAMPLES.split(page.markdown(), 2)[0].strip();
    json.object("help", help -> help.text("text", text).text("markdown", text));
    links.rule(page.id()).ifPresent(uri -> json.text("helpUri", uri));
    json.object("defaultConfiguration", level -> level.text("level", level(page.severity())));
  }

  /** What could not be read or looked up, so that nothing found is not taken for nothing there. */
  private static void invocation(JsonWriter json, List<Review> reviews) {
    json.flag("executionSuccessful", true);
    json.array("toolExecutionNotifications",
        reviews.stream().flatMap(review -> review.notes().stream()).distinct().toList(),
        (note, words) -> note.text("level", "note")
            .object("message", text -> message(text, words)));
  }

  /** Section 3.27.10. */
  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case CHECK -> "note";
    };
  }

  private void result(JsonWriter json, Result result) {
    Finding finding = result.finding();
    String id = finding.rule().value();
    json.text("ruleId", id);
    IntStream.range(0, rules.size())
        .filter(at -> rules.get(at).id().value().equals(id))
        .findFirst()
        .ifPresent(at -> json.number("ruleIndex", at));
    json.text("level", level(finding.severity()));
    json.object("message", text -> message(text, words(finding)));
    json.array("locations", List.of(finding.place()),
        (location, place) -> place(location, place, result.review()));
    json.array("relatedLocations", related(finding), Related::write);
    String fingerprint = fingerprints.of(finding);
    json.object("fingerprints", one -> one.text(OWN_FINGERPRINT, fingerprint));
    json.object("partialFingerprints", one -> one.text(COMMON_FINGERPRINT, fingerprint));
    links.review(result.review().patch().message().id())
        .ifPresent(uri -> json.text("hostedViewerUri", uri));
    json.object("properties", bag -> properties(bag, result));
  }

  private static void properties(JsonWriter json, Result result) {
    json.text("message_id", result.review().patch().message().id().value())
        .text("subject", result.review().patch().message().subject())
        .text("side", side(result.finding().place()));
  }

  private static String side(Place place) {
    return switch (place) {
      case Fence _ -> "removed";
      case AddedLine _ -> "added";
      case MessageLine _ -> "message";
    };
  }

  /** The claim, and below it the first evidence, for those who show the message alone. */
  private static String words(Finding finding) {
    return finding.claim() + finding.reasons()
        .stream()
        .limit(MOST_WORDS)
        .map(reason -> "\n" + words(reason))
        .collect(Collectors.joining());
  }

  private static String words(Reason reason) {
    return "[%s] %s, %s line %d: \"%s\" (%s)".formatted(reason.kind().letter(),
        reason.kind().word(), reason.excerpt().source().key(), reason.excerpt().line(),
        reason.excerpt().words(), reason.how().because());
  }

  private static void message(JsonWriter json, String text) {
    json.text("text",
        PLACEHOLDER.matcher(LINK.matcher(text).replaceAll("] (")).replaceAll("{{$1}}"));
  }

  private void place(JsonWriter json, Place place, Review review) {
    switch (place) {
      case Fence fence -> {
        boolean isWhole = fence.lines().size() == fence.toLine() - fence.fromLine() + 1;
        physical(json, Artifact.inTree(fence.path().value()), fence.fromLine(), fence.toLine(),
            isWhole ? fence.lines() : List.of());
        function(json, fence.function());
      }
      case AddedLine added -> {
        physical(json, Artifact.inTree(added.path().value()), added.line(), added.line(),
            added.lines());
        function(json, added.function());
      }
      case MessageLine message -> physical(json,
          new Artifact(links.mail(review.patch().message().id()), false), message.line(),
          message.line(), message.lines());
    }
  }

  /** A file of the tree, or something with an address of its own. */
  private record Artifact(String uri, boolean isInTree) {
    static Artifact inTree(String path) {
      return new Artifact(PageAddress.path(path), true);
    }
  }

  private static void physical(JsonWriter json, Artifact artifact, int from, int to,
      List<String> lines) {
    json.object("physicalLocation", physical -> {
      physical.object("artifactLocation", location -> {
        location.text("uri", artifact.uri());
        if (artifact.isInTree()) {
          location.text("uriBaseId", TOP);
        }
      });
      physical.object("region", region -> {
        region.number("startLine", Math.max(1, from)).number("endLine", Math.max(1, to));
        if (!lines.isEmpty()) {
          region.object("snippet", snippet -> snippet.text("text", String.join("\n", lines)));
        }
      });
    });
  }

  private static void function(JsonWriter json, Optional<String> name) {
    name.ifPresent(found -> json.array("logicalLocations", List.of(found),
        (location, text) -> location.text("name", text).text("kind", "function")));
  }

  /** Evidence first, then the removed places that use what is gone. */
  private List<Related> related(Finding finding) {
    List<Related> related = new ArrayList<>();
    for (Reason reason : finding.reasons()) {
      related.add(new Related(related.size() + 1, words(reason), json -> source(json, reason)));
    }
    for (Fence site : finding.callSites()) {
      related.add(new Related(related.size() + 1, "removed with it", json -> {
        physical(json, Artifact.inTree(site.path().value()), site.fromLine(), site.toLine(),
            List.of());
        function(json, site.function());
      }));
    }
    return related;
  }

  private void source(JsonWriter json, Reason reason) {
    Anchor source = reason.excerpt().source();
    links.source(source)
        .ifPresentOrElse(
            uri -> physical(json, new Artifact(uri, false), reason.excerpt().line(),
                reason.excerpt().line(), List.of()),
            () -> json.array("logicalLocations", List.of(source),
                (location, commit) -> location.text("name", commit.title())
                    .text("fullyQualifiedName", commit.key())
                    .text("kind", "commit")));
  }

  /** A numbered location with its sentence (3.28). */
  private record Related(int id, String words, Consumer<JsonWriter> place) {
    static void write(JsonWriter json, Related related) {
      json.number("id", related.id());
      related.place().accept(json);
      json.object("message", text -> message(text, related.words()));
    }
  }
}
