package dev.chesterton.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What does not depend on the store: the way in, help, the stylesheet. */
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

  @GetMapping("/style.css")
  ResponseEntity<String> style() {
    try (InputStream style = HomePage.class.getResourceAsStream("style.css")) {
      if (style == null) {
        throw new IllegalStateException("no style.css on the class path");
      }
      return answers.fixed(new String(style.readAllBytes(), StandardCharsets.UTF_8),
          "text/css;charset=UTF-8");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
