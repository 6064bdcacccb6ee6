package dev.chesterton.web;

import dev.chesterton.settings.Theme;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Stylesheet, script and icon: the files that come with the program. */
@Controller
final class AssetPage {
  private static final String BY_SYSTEM = "@media (prefers-color-scheme: dark)";
  private static final String BOTH = "color-scheme: light dark";

  private final Answers answers;
  private final String theme;

  /** @param theme for those who choose none */
  AssetPage(Answers answers, Theme theme) {
    this.answers = answers;
    this.theme = theme.name().toLowerCase(Locale.ROOT);
  }

  /** As the reader chose his colours, else as the settings have it: his system's, or one of the two whatever that says. */
  @GetMapping("/style.css")
  ResponseEntity<String> style(HttpServletRequest request) {
    String style = file("style.css");
    return byCookie(switch (ReaderChoice.THEME.of(request).orElse(theme)) {
      case "dark" -> style.replace(BY_SYSTEM, "@media all").replace(BOTH, "color-scheme: dark");
      case "light" -> style.replace(BY_SYSTEM, "@media not all")
          .replace(BOTH, "color-scheme: light");
      default -> style;
    }, "text/css;charset=UTF-8");
  }

  /** Nothing where the reader has turned the keys off. */
  @GetMapping("/chesterton.js")
  ResponseEntity<String> script(HttpServletRequest request) {
    String script = ReaderChoice.KEYS.of(request).orElse("on").equals("off")
        ? "// turned off: /help?keys=on\n"
        : file("chesterton.js");
    return byCookie(script, "text/javascript;charset=UTF-8");
  }

  private ResponseEntity<String> byCookie(String text, String type) {
    ResponseEntity<String> answer = answers.changing(text, type);
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header(HttpHeaders.VARY, HttpHeaders.COOKIE)
        .body(answer.getBody());
  }

  @GetMapping("/icon.svg")
  ResponseEntity<String> icon() {
    return answers.fixed(file("icon.svg"), "image/svg+xml;charset=UTF-8");
  }

  /** The names are ours, never a request's. */
  private static String file(String name) {
    try (InputStream file = AssetPage.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("no " + name + " on the class path");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
