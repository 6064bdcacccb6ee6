package dev.chesterton.jobs;

import dev.chesterton.review.JsonObject;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.source.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A run as JSON, and back (docs/json.md). */
public final class JobJson {

  /** Of one text; an archive's words can be long. */
  private static final int MOST_CHARS = 500;

  private JobJson() {}

  static String text(Job job) {
    return JsonWriter.object(json -> write(json.number("schema", 1), job));
  }

  public static void write(JsonWriter json, Job job) {
    json.text("kind", word(job.kind()))
        .text("begin", job.begin().toString())
        .number("pid", job.pid())
        .text("end", job.end().map(Instant::toString))
        .flag("good", job.isGood())
        .array("archives", job.archives(), JobJson::write)
        .array("steps", job.steps(), JobJson::write)
        .object("store", job.store(), JobJson::write)
        .texts("errors", job.errors().stream().map(JobJson::cut).toList());
  }

  private static void write(JsonWriter json, ArchiveRun archive) {
    ArchiveRun.Counts counts = archive.counts();
    json.text("kind", word(archive.kind()))
        .text("name", archive.name())
        .text("path", archive.path())
        .number("took_ms", archive.tookMillis())
        .number("new", counts.added())
        .number("known", counts.known())
        .number("removed", counts.removed())
        .number("patches", counts.patches())
        .number("skipped_count", counts.skipped())
        .number("skipped_bytes", counts.skippedBytes())
        .array("skipped", archive.skipped(), JobJson::write)
        .array("heads", archive.heads().entrySet(),
            (inner, head) -> inner.text("source", head.getKey()).text("head", head.getValue()))
        .flag("rewritten", archive.rewritten())
        .text("error", archive.error().map(JobJson::cut));
  }

  private static void write(JsonWriter json, Step step) {
    json.text("name", step.name())
        .number("took_ms", step.tookMillis())
        .array("counts", step.counts().entrySet(),
            (inner, count) -> inner.text("what", count.getKey()).number("count", count.getValue()))
        .array("problems", step.problems(), JobJson::write)
        .text("error", step.error().map(JobJson::cut));
  }

  private static void write(JsonWriter json, Problem problem) {
    json.text("where", cut(problem.where())).text("what", cut(problem.what()));
  }

  public static void write(JsonWriter json, StoreSize store) {
    json.number("generation", store.generation())
        .number("mails", store.mails())
        .number("patches", store.patches())
        .number("commits", store.commits())
        .number("bytes", store.bytes())
        .number("free_bytes", store.freeBytes());
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "...";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Empty where the line is no run. */
  static Optional<Job> read(String line) {
    return JsonObject.read(line).flatMap(JobJson::job);
  }

  private static Optional<Job> job(JsonObject json) {
    Optional<Job.Kind> kind = value(Job.Kind.values(), json.text("kind"));
    Optional<Instant> begin = json.instant("begin");
    if (kind.isEmpty() || begin.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Job(kind.get(), number(json, "pid"), begin.get(), json.instant("end"),
        json.objects("archives").stream().flatMap(JobJson::archive).toList(),
        json.objects("steps").stream().map(JobJson::step).toList(),
        json.object("store").map(JobJson::store), json.texts("errors")));
  }

  private static Stream<ArchiveRun> archive(JsonObject json) {
    ArchiveRun.Counts counts = new ArchiveRun.Counts(number(json, "new"), number(json, "known"),
        number(json, "removed"), number(json, "patches"), number(json, "skipped_count"),
        number(json, "skipped_bytes"));
    return value(ArchiveRun.Kind.values(), json.text("kind"))
        .map(kind -> new ArchiveRun(kind, json.text("name").orElse(""),
            json.text("path").orElse(""), number(json, "took_ms"), counts,
            problems(json.objects("skipped")), heads(json), json.flag("rewritten"),
            json.text("error")))
        .stream();
  }

  private static Map<String, String> heads(JsonObject json) {
    Map<String, String> heads = new TreeMap<>();
    json.objects("heads")
        .forEach(head -> heads.put(head.text("source").orElse(""), head.text("head").orElse("")));
    return heads;
  }

  private static Step step(JsonObject json) {
    Map<String, Long> counts = new TreeMap<>();
    json.objects("counts")
        .forEach(count -> counts.put(count.text("what").orElse(""), number(count, "count")));
    return new Step(json.text("name").orElse(""), number(json, "took_ms"), counts,
        problems(json.objects("problems")), json.text("error"));
  }

  private static StoreSize store(JsonObject json) {
    return new StoreSize(number(json, "generation"), number(json, "mails"),
        number(json, "patches"), number(json, "commits"), number(json, "bytes"),
        number(json, "free_bytes"));
  }

  private static List<Problem> problems(List<JsonObject> problems) {
    return problems.stream()
        .map(problem -> new Problem(problem.text("where").orElse(""),
            problem.text("what").orElse("")))
        .toList();
  }

  private static long number(JsonObject json, String name) {
    return json.number(name).orElse(0L);
  }

  private static <T extends Enum<T>> Optional<T> value(T[] values, Optional<String> written) {
    return Stream.of(values)
        .filter(value -> written.filter(word(value)::equals).isPresent())
        .findFirst();
  }
}
