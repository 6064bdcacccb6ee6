package dev.chesterton.web.door;

import dev.chesterton.review.JsonWriter;
import dev.chesterton.web.view.ErrorView;
import dev.chesterton.web.view.ErrorView.Hint;
import dev.chesterton.web.view.Words;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;

/** The one error page: what was asked, why not, what to try, and the id it is logged under. */
public final class ErrorText {

  private final TemplateEngine templates;

  public ErrorText(TemplateEngine templates) {
    this.templates = templates;
  }

  /** What went wrong with one request. */
  record Failure(int status, String asked, String why, List<Hint> hints, String id) {}

  String html(Failure failure) {
    List<Hint> hints = new ArrayList<>(failure.hints());
    hints.add(new Hint("look for it with a search", "/search"));
    hints.add(new Hint("see what the addresses mean", "/help"));
    ErrorView view = new ErrorView(failure.status(), title(failure.status()),
        Words.of(failure.asked()), Words.of(failure.why()), hints, failure.id());
    StringOutput page = new StringOutput();
    templates.render("error.jte", view, page);
    return page.toString();
  }

  /** The same for a program. */
  static String json(Failure failure) {
    return JsonWriter.object(json -> json.number("status", failure.status())
        .text("asked", failure.asked())
        .text("why", failure.why())
        .text("request_id", failure.id()));
  }

  /** Whether a program asks, which reads JSON; else a person. */
  static boolean isForProgram(HttpServletRequest request) {
    return request.getRequestURI().endsWith(".json")
        || request.getRequestURI().startsWith("/api/");
  }

  static String title(int status) {
    return switch (status) {
      case 400 -> "This cannot be understood";
      case 401 -> "Not signed in";
      case 403 -> "Not allowed";
      case 404 -> "Not here";
      case 405 -> "Not with this method";
      case 409 -> "Changed meanwhile";
      case 413 -> "Too long";
      case 421 -> "Not the name of this server";
      case 503 -> "The store cannot be read";
      default -> status < 500 ? "This cannot be answered" : "A fault of this program";
    };
  }
}
