package dev.chesterton.web;

import dev.chesterton.index.ThreadMember;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.HeadJson;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.thread.MailThread;
import dev.chesterton.thread.ThreadBuilder;
import dev.chesterton.thread.ThreadEntry;
import dev.chesterton.thread.ThreadNode;
import dev.chesterton.web.view.Address;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All that hangs together with a mail: the tree, then the mails. */
@Controller
final class ThreadPage {

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

  @GetMapping("/{list}/{id}/t/")
  ResponseEntity<String> page(@PathVariable("list") String list, @PathVariable("id") String id) {
    MessageId message = new MessageId(id);
    return store.ask(snapshot -> {
      List<ThreadNode<ThreadMember>> nodes = nodes(message, snapshot);
      String self = Address.mail(list, message) + "t/";
      return answers.page("thread.jte",
          new ThreadLayout(message, nodes, snapshot).view(self), snapshot);
    });
  }

  @GetMapping("/{list}/{id}/t/.json")
  ResponseEntity<String> json(@PathVariable("id") String id) {
    MessageId message = new MessageId(id);
    return store.ask(snapshot -> {
      List<ThreadNode<ThreadMember>> nodes = nodes(message, snapshot);
      return answers.json(JsonWriter.object(json -> json.number("schema", 1)
          .text("message_id", message.value())
          .array("mails", nodes, ThreadPage::write)), snapshot);
    });
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

  /** In reading order. */
  private static List<ThreadNode<ThreadMember>> nodes(MessageId id, Snapshot snapshot) {
    List<ThreadMember> members = snapshot.index().thread(id);
    if (members.isEmpty()) {
      throw Missing.mail(id, snapshot);
    }
    List<ThreadEntry<ThreadMember>> entries = members.stream()
        .map(member -> new ThreadEntry<>(member.head().id(), List.of(), member.inReplyTo(),
            member.references(), member.head().instant(), member.head().contentHash(), member))
        .toList();
    return ThreadBuilder.build(entries)
        .stream()
        .map(MailThread::nodes)
        .flatMap(List::stream)
        .toList();
  }

  /** Lower case, for names of kinds. */
  static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
