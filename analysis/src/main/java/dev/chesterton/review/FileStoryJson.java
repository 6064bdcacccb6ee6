package dev.chesterton.review;

import dev.chesterton.source.Problem;

/** A file and one of its lines as JSON; docs/json.md tells of the fields. */
public final class FileStoryJson {
  private FileStoryJson() {}

  public static String of(FileStory story) {
    return JsonWriter.object(json -> {
      json.number("schema", 1).text("path", story.path().value());
      if (story.line() > 0) {
        json.number("line", story.line());
      }
      json.array("trees", story.stands(), FileStoryJson::write)
          .texts("problems", story.problems().stream().map(Problem::what).toList())
          .number("count", story.count())
          .array("changes", story.changes(), HeadJson::write);
    });
  }

  private static void write(JsonWriter json, FileStand stand) {
    json.text("tree", stand.tree())
        .text("head", stand.head().hex())
        .number("size", stand.size())
        .number("from_line", stand.from())
        .texts("lines", stand.lines())
        .text("blame", stand.blame().map(commit -> commit.key()))
        .array("added_by", stand.added(), HeadJson::write);
  }
}
