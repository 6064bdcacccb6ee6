package dev.chesterton.web;

import dev.chesterton.history.CommitId;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.link.CommitReference;
import dev.chesterton.link.Linker;
import dev.chesterton.web.door.Refusal;
import dev.chesterton.web.view.Address;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A commit, be it of a tree at hand or known from those who cite it. */
@Controller
final class CommitPage {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{7,64}");
  private static final int MOST_CANDIDATES = 20;
  private static final String JSON = ".json";

  private final OpenStore store;
  private final Answers answers;

  CommitPage(OpenStore store, Answers answers) {
    this.store = store;
    this.answers = answers;
  }

  @GetMapping({"/commit/{id}", "/commit/{id}/"})
  ResponseEntity<String> page(@PathVariable("id") String id) {
    boolean json = id.endsWith(JSON);
    String written = json ? id.substring(0, id.length() - JSON.length()) : id;
    String hex = written.toLowerCase(Locale.ROOT);
    if (!HEX.matcher(hex).matches()) {
      throw Refusal.badRequest("a commit id is 7 to 64 hex digits");
    }
    return store.ask(snapshot -> answer(hex, written, json, snapshot));
  }

  private ResponseEntity<String> answer(String hex, String written, boolean json,
      Snapshot snapshot) {
    List<CommitHead> known = snapshot.index().commits(hex, MOST_CANDIDATES);
    if (known.size() == 1 && !known.getFirst().id().hex().equals(written)) {
      return Answers.redirect(Address.commit(known.getFirst().id().hex()) + (json ? JSON : ""));
    }
    Optional<CommitReference> reference = new Linker(snapshot.index())
        .commit(hex, Instant.MAX);
    if (known.isEmpty() && reference.isEmpty()) {
      throw Missing.commit(hex);
    }
    CommitFacts facts = CommitFacts.of(hex, known, reference, snapshot);
    return json ? answers.json(CommitJson.of(facts), snapshot)
        : answers.page("commit.jte", new CommitLayout(facts, snapshot).view(), snapshot);
  }

  /** Whole ids only; anything else cannot be asked of the store. */
  static Optional<CommitId> whole(String hex) {
    return hex.length() == 40 || hex.length() == 64 ? Optional.of(new CommitId(hex))
        : Optional.empty();
  }
}
