package dev.chesterton.web;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.StoredMail;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.review.PostingJson;
import dev.chesterton.review.SeriesCover;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.MailView;
import dev.chesterton.web.view.QuotedSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One mail. */
@Controller
final class MailPage {

  private final OpenStore store;
  private final Answers answers;

  MailPage(OpenStore store, Answers answers) {
    this.store = store;
    this.answers = answers;
  }

  @GetMapping({"/r/{id}", "/r/{id}/"})
  ResponseEntity<String> onItsList(@PathVariable("id") String id) {
    MessageId message = new MessageId(id);
    return store.ask(snapshot -> Answers.redirect(
        snapshot.address(message).orElseThrow(() -> Missing.mail(message, snapshot))));
  }

  @GetMapping("/{list}/{id}")
  ResponseEntity<String> withoutSlash(@PathVariable("list") String list,
      @PathVariable("id") String id) {
    return Answers.redirect(Address.mail(list, new MessageId(id)));
  }

  @GetMapping("/{list}/{id}/")
  ResponseEntity<String> page(@PathVariable("list") String list, @PathVariable("id") String id) {
    return onList(list, id, Address::mail, (mails, snapshot) -> answers.page("mail.jte",
        MailView.of(mails.getFirst(), mails.subList(1, mails.size()),
            quoted(mails.getFirst(), snapshot), snapshot),
        snapshot));
  }

  /** Leads quoted lines to those of the mail it answers. */
  private static Map<Integer, String> quoted(StoredMail mail, Snapshot snapshot) {
    return mail.posting()
        .message()
        .inReplyTo()
        .stream()
        .flatMap(id -> snapshot.index().mail(id).stream())
        .findFirst()
        .map(parent -> QuotedSource.of(parent.posting().message(),
            Address.mail(parent.head()) + "#q").repeatedBy(mail.posting()))
        .orElse(Map.of());
  }

  @GetMapping("/{list}/{id}/.json")
  ResponseEntity<String> json(@PathVariable("list") String list, @PathVariable("id") String id) {
    return onList(list, id, head -> Address.mail(head) + ".json",
        (mails, snapshot) -> answers.json(json(mails), snapshot));
  }

  private static String json(List<StoredMail> mails) {
    StoredMail mail = mails.getFirst();
    return JsonWriter.object(json -> {
      PostingJson.write(json, mail.posting(), SeriesCover.of(mail.posting(), List.of()),
          mail.problems());
      json.texts("stored_lists", mail.head().lists())
          .texts("other_contents",
              mails.stream().skip(1).map(other -> other.head().contentHash()).toList());
    });
  }

  /** Makes the answer from all mails with the id. */
  private interface Making {
    ResponseEntity<String> of(List<StoredMail> mails, Snapshot snapshot);
  }

  /** A mail asked for on a list that did not carry it is shown on one that did. */
  private ResponseEntity<String> onList(String list, String id, Function<MailHead, String> address,
      Making making) {
    MessageId message = new MessageId(id);
    return store.ask(snapshot -> {
      List<StoredMail> mails = snapshot.index().mails(message);
      if (mails.isEmpty()) {
        throw Missing.mail(message, snapshot);
      }
      return mails.stream().anyMatch(mail -> mail.head().lists().contains(list))
          ? making.of(mails, snapshot)
          : Answers.redirect(address.apply(mails.getFirst().head()));
    });
  }
}
