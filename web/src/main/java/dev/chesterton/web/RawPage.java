package dev.chesterton.web;

import dev.chesterton.index.StoredMail;
import dev.chesterton.mail.MessageId;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The bytes of a mail as text: nothing of it is unpacked, shown as markup or offered as a file. */
@Controller
final class RawPage {

  private final OpenStore store;
  private final Answers answers;

  RawPage(OpenStore store, Answers answers) {
    this.store = store;
    this.answers = answers;
  }

  @GetMapping("/{list}/{id}/raw")
  ResponseEntity<byte[]> page(@PathVariable("id") String id, HttpServletResponse response) {
    MessageId message = new MessageId(id);
    return store.ask(snapshot -> answer(snapshot.index()
        .mail(message)
        .orElseThrow(() -> Missing.mail(message, snapshot)), snapshot, response));
  }

  private ResponseEntity<byte[]> answer(StoredMail mail, Snapshot snapshot,
      HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox;"
        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    return ResponseEntity.ok()
        .eTag(answers.tag(snapshot.generation()))
        .header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .body(mail.raw().bytes());
  }
}
