package dev.chesterton.review;

import dev.chesterton.link.Comment;
import dev.chesterton.link.version.Lineage;
import dev.chesterton.link.version.SeriesVersion;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.RangeDiff;
import dev.chesterton.patch.RangeLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Versions compared, and comments on them, as JSON; docs/json.md has the fields. */
public final class ComparisonJson {
  private ComparisonJson() {}

  /** All versions of a series. */
  public static String of(Lineage lineage) {
    return JsonWriter.object(json -> {
      json.number("schema", PostingJson.SCHEMA);
      LineageJson.write(json, Optional.of(lineage), false);
    });
  }

  /** Two versions. */
  public static String of(Comparison comparison) {
    return JsonWriter.object(json -> {
      json.number("schema", PostingJson.SCHEMA);
      version(json, "older", Optional.of(comparison.older()));
      version(json, "newer", Optional.of(comparison.newer()));
      json.array("patches", comparison.patches(), (inner, patch) -> patch(inner, patch, true));
    });
  }

  /**
   * The comments on one version.
   *
   * @param next the one they are held against; empty where it is the last
   */
  public static String of(SeriesVersion version, Optional<SeriesVersion> next,
      List<PatchComparison> patches) {
    return JsonWriter.object(json -> {
      json.number("schema", PostingJson.SCHEMA);
      version(json, "version", Optional.of(version));
      version(json, "next", next);
      json.array("patches", patches, (inner, patch) -> patch(inner, patch, next.isPresent()));
    });
  }

  private static void version(JsonWriter json, String name, Optional<SeriesVersion> version) {
    json.object(name, version, (inner, one) -> inner.text("label", one.sending().label())
        .text("title", one.sending().title())
        .text("message_id", id(one.sending().first())));
  }

  private static String id(Posting posting) {
    return posting.message().id().value();
  }

  /** @param held whether there is another version it is held against; without one nothing became of it. */
  private static void patch(JsonWriter json, PatchComparison patch, boolean held) {
    json.text("title", patch.patch().subject().title())
        .text("kind", Optional.of(patch.step().kind().name().toLowerCase(Locale.ROOT))
            .filter(_ -> held))
        .text("before", patch.step().before().map(ComparisonJson::id))
        .text("after", patch.step().after().map(ComparisonJson::id));
    json.texts("range_diff", patch.diff()
        .map(RangeDiff::lines)
        .orElse(List.of())
        .stream()
        .map(RangeLine::toString)
        .toList());
    json.array("comments", patch.comments(), ComparisonJson::comment);
  }

  private static void comment(JsonWriter json, Comment comment) {
    json.text("became", comment.became().word())
        .text("path", comment.place().path().value())
        .number("line", comment.place().line())
        .text("sign", String.valueOf(comment.place().sign()))
        .text("text", comment.place().text());
    json.object("words", inner -> LinkJson.excerpt(inner, comment.words()));
    json.object("answer", comment.answer(), LinkJson::excerpt);
  }
}
