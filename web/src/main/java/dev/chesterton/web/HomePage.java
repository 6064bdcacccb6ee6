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
    return file("style.css", "text/css;charset=UTF-8");
  }

  @GetMapping("/icon.svg")
  ResponseEntity<String> icon() {
    return file("icon.svg", "image/svg+xml;charset=UTF-8");
  }

  /** A file that comes with the program; the names are ours, never a request's. */
  private ResponseEntity<String> file(String name, String type) {
    try (InputStream file = HomePage.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("no " + name + " on the class path");
      }
      return answers.fixed(new String(file.readAllBytes(), StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
