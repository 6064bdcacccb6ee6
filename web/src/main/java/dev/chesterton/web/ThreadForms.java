package dev.chesterton.web;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.StoredMail;
import dev.chesterton.mail.MessageId;
import dev.chesterton.source.MboxWriter;
import dev.chesterton.web.view.Address;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A thread for other programs: as a mailbox, and as a feed. */
@Controller
final class ThreadForms {
  /** Mails of a feed, the newest ones. */
  static final int MOST_ENTRIES = 200;

  private final OpenStore store;
  private final Answers answers;

  ThreadForms(OpenStore store, Answers answers) {
    this.store = store;
    this.answers = answers;
  }

  /** One mail in memory at a time: a thread of thousands is sent as it is read. */
  @GetMapping("/{list}/{id}/t.mbox.gz")
  void mailbox(@PathVariable("id") String id, HttpServletResponse response) {
    store.ask(snapshot -> {
      ThreadNodes thread = ThreadNodes.of(new MessageId(id), snapshot);
      response.setContentType("application/gzip");
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"t.mbox.gz\"");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
      response.setHeader(HttpHeaders.ETAG, answers.tag(snapshot.generation()));
      try {
        send(thread, snapshot, response.getOutputStream());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return thread;
    });
  }

  private static void send(ThreadNodes thread, Snapshot snapshot, OutputStream out)
      throws IOException {
    GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 14);
    MboxWriter mailbox = new MboxWriter(packed);
    for (MailHead head : thread.heads().toList()) {
      Optional<StoredMail> mail = ThreadNodes.open(head, snapshot);
      if (mail.isPresent()) {
        mailbox.write(mail.get().raw().bytes());
      }
    }
    packed.finish();
  }

  @GetMapping("/{list}/{id}/t.atom")
  ResponseEntity<String> feed(@PathVariable("list") String list, @PathVariable("id") String id,
      HttpServletRequest request) {
    MessageId message = new MessageId(id);
    SiteAddress site = SiteAddress.of(request);
    AtomEntries entries = new AtomEntries(site);
    return store.ask(snapshot -> {
      ThreadNodes thread = ThreadNodes.of(message, snapshot);
      String title = thread.heads().map(MailHead::title).findFirst().orElse("");
      List<AtomFeed.Entry> newest = thread.heads()
          .sorted(Comparator.comparing(MailHead::instant).reversed())
          .limit(MOST_ENTRIES)
          .flatMap(head -> ThreadNodes.open(head, snapshot).stream())
          .map(entries::of)
          .toList();
      String mail = Address.mail(list, message);
      return answers.text(new AtomFeed("Thread: " + title, site.of(mail + "t.atom"),
          site.of(mail + "t/"), newest).xml(), AtomFeed.TYPE, snapshot);
    });
  }
}
