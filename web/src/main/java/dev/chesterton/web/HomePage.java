package dev.chesterton.web;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What does not depend on the store: the way in, help. */
@Controller
final class HomePage {

  private final Answers answers;

  HomePage(Answers answers) {
    this.answers = answers;
  }

  @GetMapping("/")
  ResponseEntity<String> home() {
    return Answers.redirect("/flagged/");
  }

  @GetMapping("/help")
  ResponseEntity<String> help() {
    return answers.fixedPage("help.jte", "");
  }
}
