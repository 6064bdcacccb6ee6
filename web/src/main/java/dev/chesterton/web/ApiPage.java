package dev.chesterton.web;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What machines find their way by. */
@Controller
final class ApiPage {
  private static final String DOCUMENT = "/api/openapi.json";

  private final Answers answers;

  ApiPage(Answers answers) {
    this.answers = answers;
  }

  @GetMapping({"/api", "/api/", "/help.json"})
  ResponseEntity<String> home() {
    return Answers.redirect(DOCUMENT);
  }

  @GetMapping(DOCUMENT)
  ResponseEntity<String> document() {
    return answers.fixed(OpenApi.document(Routes.all()) + "\n", "application/json");
  }
}
