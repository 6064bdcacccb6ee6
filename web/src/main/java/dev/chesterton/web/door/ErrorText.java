package dev.chesterton.web.door;

import dev.chesterton.web.view.ErrorView;
import dev.chesterton.web.view.ErrorView.Hint;
import dev.chesterton.web.view.Words;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
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

  static String title(int status) {
    return switch (status) {
      case 400 -> "This cannot be understood";
      case 401 -> "Not signed in";
      case 403 -> "Not allowed";
      case 404 -> "Not here";
      case 405 -> "Only reading is possible";
      case 409 -> "Changed meanwhile";
      case 413 -> "Too long";
      case 421 -> "Not the name of this server";
      case 503 -> "The store cannot be read";
      default -> status < 500 ? "This cannot be answered" : "A fault of this program";
    };
  }
}
