package dev.chesterton.web;

import dev.chesterton.review.AsOf;
import dev.chesterton.review.ReviewJson;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.web.door.FloodGate;
import dev.chesterton.web.door.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reviews a patch that need not be in the store; nothing of it is kept. */
@Controller
final class CheckPage {
  private final OpenStore store;
  private final Checks checks;
  private final FloodGate gate;
  private final Answers answers;

  CheckPage(OpenStore store, Checks checks, FloodGate gate, Answers answers) {
    this.store = store;
    this.checks = checks;
    this.gate = gate;
    this.answers = answers;
  }

  /** One patch is answered by an object, several by a list, as {@code check --format json} prints them. */
  @PostMapping("/api/check")
  ResponseEntity<String> check(
      @RequestParam(name = "as-of", defaultValue = "now") String asOf,
      HttpServletRequest request) throws IOException {
    gate.pass(request.getRemoteAddr());
    AsOf until = asOf(asOf);
    PostedMails mails = PostedMails.read(request.getInputStream(), ReadLimits.DEFAULT);
    return store.ask(snapshot -> answers.passingJson(HttpStatus.OK,
        ReviewJson.document(checks.of(mails, until, snapshot))));
  }

  private static AsOf asOf(String word) {
    return switch (word) {
      case "now" -> new AsOf.Now();
      case "sent" -> new AsOf.Sent();
      default -> throw Refusal.badRequest("as-of is neither 'sent' nor 'now'");
    };
  }
}
