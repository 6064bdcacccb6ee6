package dev.chesterton.web;

import dev.chesterton.review.AsOf;
import dev.chesterton.review.RankJson;
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

  /**
   * One patch is answered by an object, several by a list, as {@code check --format json} prints them; with
   * {@code only=findings} as {@code check --all --format jsonl} does, which is a small part of the work.
   */
  @PostMapping("/api/check")
  ResponseEntity<String> check(
      @RequestParam(name = "as-of", defaultValue = "now") String asOf,
      @RequestParam(name = "only", defaultValue = "") String only,
      HttpServletRequest request) throws IOException {
    gate.pass(request.getRemoteAddr());
    AsOf until = asOf(asOf);
    boolean findings = isFindings(only);
    PostedMails mails = PostedMails.read(request.getInputStream(), ReadLimits.DEFAULT);
    return store.ask(snapshot -> answers.passingJson(HttpStatus.OK,
        findings ? RankJson.document(checks.screened(mails, until, snapshot))
            : ReviewJson.document(checks.of(mails, until, snapshot))));
  }

  private static boolean isFindings(String only) {
    return switch (only) {
      case "" -> false;
      case "findings" -> true;
      default -> throw Refusal.badRequest("only is not 'findings'");
    };
  }

  private static AsOf asOf(String word) {
    return switch (word) {
      case "now" -> new AsOf.Now();
      case "sent" -> new AsOf.Sent();
      default -> throw Refusal.badRequest("as-of is neither 'sent' nor 'now'");
    };
  }
}
