package dev.chesterton.web;

import dev.chesterton.index.ThreadMember;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.HeadJson;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.thread.ThreadNode;
import dev.chesterton.web.door.Refusal;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.ThreadView;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All that hangs together with a mail: the tree, then the mails; or the mails by date. */
@Controller
final class ThreadPage {
  /** Mails; a page of two hundred takes some forty megabytes while it is made, so few are at a time. */
  private static final int LONG = 50;
  private static final int AT_A_TIME = 2;
  /** Seconds. */
  private static final int LONGEST_WAIT = 20;

  private final Semaphore longOnes = new Semaphore(AT_A_TIME);
  private final OpenStore store;
  private final Answers answers;

  ThreadPage(OpenStore store, Answers answers) {
    this.store = store;
    this.answers = answers;
  }

  @GetMapping("/{list}/{id}/t")
  ResponseEntity<String> withoutSlash(@PathVariable("list") String list,
      @PathVariable("id") String id) {
    return Answers.redirect(Address.mail(list, new MessageId(id)) + "t/");
  }

  @GetMapping("/{list}/{id}/T")
  ResponseEntity<String> flatWithoutSlash(@PathVariable("list") String list,
      @PathVariable("id") String id) {
    return Answers.redirect(Address.mail(list, new MessageId(id)) + "T/");
  }

  @GetMapping("/{list}/{id}/t/")
  ResponseEntity<String> tree(@PathVariable("list") String list, @PathVariable("id") String id,
      @RequestParam(name = "skip", defaultValue = "0") int skip) {
    return page(Address.mail(list, new MessageId(id)), id, false, skip);
  }

  @GetMapping("/{list}/{id}/T/")
  ResponseEntity<String> flat(@PathVariable("list") String list, @PathVariable("id") String id,
      @RequestParam(name = "skip", defaultValue = "0") int skip) {
    return page(Address.mail(list, new MessageId(id)), id, true, skip);
  }

  private ResponseEntity<String> page(String mail, String id, boolean flat, int skip) {
    return store.ask(snapshot -> {
      ThreadNodes tree = ThreadNodes.of(new MessageId(id), snapshot);
      boolean isLong = tree.heads().count() > LONG;
      if (isLong) {
        waitForTurn();
      }
      try {
        ThreadView view = new ThreadLayout(tree, flat, skip, snapshot).view(mail);
        return Answers.goesOn(answers.page("thread.jte", view, snapshot), view.part().next());
      } finally {
        if (isLong) {
          longOnes.release();
        }
      }
    });
  }

  private void waitForTurn() {
    try {
      if (!longOnes.tryAcquire(LONGEST_WAIT, TimeUnit.SECONDS)) {
        throw Refusal.busy(LONGEST_WAIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.busy(LONGEST_WAIT);
    }
  }

  @GetMapping("/{list}/{id}/t/.json")
  ResponseEntity<String> treeJson(@PathVariable("id") String id) {
    return store.ask(snapshot -> json(ThreadNodes.of(new MessageId(id), snapshot), snapshot));
  }

  @GetMapping("/{list}/{id}/T/.json")
  ResponseEntity<String> flatJson(@PathVariable("id") String id) {
    return store
        .ask(snapshot -> json(ThreadNodes.of(new MessageId(id), snapshot).flat(), snapshot));
  }

  private ResponseEntity<String> json(ThreadNodes thread, Snapshot snapshot) {
    return answers.json(JsonWriter.object(json -> json.number("schema", 1)
        .text("message_id", thread.asked().value())
        .array("mails", thread.nodes(), ThreadPage::write)), snapshot);
  }

  private static void write(JsonWriter json, ThreadNode<ThreadMember> node) {
    json.number("depth", node.depth())
        .text("parent", node.parent().map(MessageId::value))
        .flag("missing", node.isGhost());
    if (node.isGhost()) {
      json.text("type", "mail").text("message_id", node.id().value());
    }
    node.payload().ifPresent(member -> HeadJson.write(json, member.head()));
  }

  /** Lower case, for names of kinds. */
  static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
