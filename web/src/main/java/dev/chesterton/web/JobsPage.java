package dev.chesterton.web;

import dev.chesterton.jobs.Freshness;
import dev.chesterton.jobs.JobJson;
import dev.chesterton.review.JsonWriter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the last runs did, and whether the store is fresh. */
@Controller
final class JobsPage {

  private final OpenStore store;
  private final JobStatus status;
  private final Answers answers;

  JobsPage(OpenStore store, JobStatus status, Answers answers) {
    this.store = store;
    this.status = status;
    this.answers = answers;
  }

  @GetMapping("/jobs")
  ResponseEntity<String> withoutSlash() {
    return Answers.redirect("/jobs/");
  }

  @GetMapping("/jobs/")
  ResponseEntity<String> page() {
    return answers.passing(HttpStatus.OK, "jobs.jte",
        store.ask(snapshot -> new JobsLayout(status, snapshot.summary(), store.trouble()).view()));
  }

  @GetMapping("/jobs/.json")
  ResponseEntity<String> json() {
    Freshness freshness = status.freshness();
    return answers.passingJson(HttpStatus.OK, JsonWriter.object(json -> json.number("schema", 1)
        .flag("fresh", freshness.isFresh())
        .text("words", freshness.words())
        .object("store", inner -> JobJson.write(inner, status.size()))
        .text("trouble", store.trouble())
        .array("jobs", status.jobs().value(), JobJson::write)
        .texts("problems", status.jobs().problems().stream().map(Object::toString).toList())));
  }
}
