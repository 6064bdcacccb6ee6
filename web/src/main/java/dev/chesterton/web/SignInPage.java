package dev.chesterton.web;

import dev.chesterton.mail.MessageId;
import dev.chesterton.notes.Signature;
import dev.chesterton.web.door.Refusal;
import dev.chesterton.web.door.SignIn;
import dev.chesterton.web.door.WriteGuard;
import dev.chesterton.web.door.Writer;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.ErrorView.Hint;
import dev.chesterton.web.view.SignInView;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets those in who know the token, and out again. */
@Controller
final class SignInPage {

  private final SignIn signIn;
  private final Clock clock;
  private final Answers answers;

  SignInPage(SignIn signIn, Clock clock, Answers answers) {
    this.signIn = signIn;
    this.clock = clock;
    this.answers = answers;
  }

  @GetMapping("/sign-in")
  ResponseEntity<String> page(HttpServletRequest request,
      @RequestParam(name = "patch", defaultValue = "") String patch) {
    Optional<Writer> writer = signIn.of(request);
    return answers.passing(HttpStatus.OK, "signin.jte",
        new SignInView(signIn.isOn(), writer.map(Writer::name).orElse(""),
            writer.map(Writer::form).orElse(""), patch));
  }

  @PostMapping(WriteGuard.SIGN_IN)
  ResponseEntity<String> in(@RequestParam(name = "token", defaultValue = "") String token,
      @RequestParam(name = "author", defaultValue = "") String author,
      @RequestParam(name = "patch", defaultValue = "") String patch) {
    String name = nameOf(author);
    String cookie = signIn.cookie(token, name)
        .orElseThrow(() -> Refusal.notAllowed("this is not the token of this server",
            new Hint("try again", "/sign-in?patch=" + Address.segment(patch))));
    return leading(patch, cookie);
  }

  @PostMapping(WriteGuard.SIGN_OUT)
  ResponseEntity<String> out(
      @RequestParam(name = "patch", defaultValue = "") String patch) {
    return leading(patch, signIn.noCookie());
  }

  /** What could not sign a note cannot sign in. */
  private String nameOf(String author) {
    try {
      return new Signature(author, clock.instant()).author();
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest(String.valueOf(e.getMessage()), new Hint("try again", "/sign-in"));
    }
  }

  /** To a page of ours, whatever was sent. */
  private static ResponseEntity<String> leading(String patch, String cookie) {
    String address = patch.isEmpty() ? "/flagged/"
        : Address.review(new MessageId(patch)) + "#notes";
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, address)
        .header(HttpHeaders.SET_COOKIE, cookie)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
