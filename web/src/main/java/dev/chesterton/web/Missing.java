package dev.chesterton.web;

import dev.chesterton.mail.MessageId;
import dev.chesterton.web.door.Refusal;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.ErrorView.Hint;
import java.util.ArrayList;
import java.util.List;

/** What is said of mails and commits that are not here, with what to try. */
final class Missing {

  private Missing() {}

  static Refusal mail(MessageId id, Snapshot snapshot) {
    List<Hint> hints = new ArrayList<>();
    if (!snapshot.index().answers(id).isEmpty()) {
      hints.add(new Hint("read the answers to it", "/r/" + Address.segment(id.value()) + "/t/"));
    }
    hints.add(new Hint("look in the public archive (we never do)", Address.lore(id)));
    return Refusal.notFound("no mail with this Message-ID is in the store; it holds "
        + lists(snapshot), hints.toArray(Hint[]::new));
  }

  private static String lists(Snapshot snapshot) {
    List<String> lists = snapshot.summary()
        .archives()
        .stream()
        .map(span -> span.name() + " of " + span.first().toString().substring(0, 10) + " to "
            + span.last().toString().substring(0, 10))
        .toList();
    return lists.isEmpty() ? "no list at all" : String.join(", ", lists);
  }

  static Refusal commit(String hex) {
    return Refusal.notFound("no tree at hand has a commit whose id begins so, and no mail in the"
        + " store cites one", new Hint("search for the id", Address.search(hex, "relevance", 0)));
  }
}
