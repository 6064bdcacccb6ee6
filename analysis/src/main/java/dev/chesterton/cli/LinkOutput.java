package dev.chesterton.cli;

import dev.chesterton.link.Anchor;
import dev.chesterton.link.Confidence;
import dev.chesterton.link.Evidence;
import dev.chesterton.link.Link;
import dev.chesterton.link.Postings;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints links as they are found, and remembers whether each was. */
final class LinkOutput {
  private static final String TRIED = "no posting is likely by trailer, patch-id, lines, title, author or date";

  private final Outside outside;
  private final Format format;
  private final Confidence least;
  private final boolean candidates;
  private final List<Answer> document = new ArrayList<>();
  private boolean allFound = true;

  /** The names are what users write. */
  enum Format {
    text, json, jsonl
  }

  LinkOutput(Outside outside, Format format, Confidence least, boolean candidates) {
    this.outside = outside;
    this.format = format;
    this.least = least;
    this.candidates = candidates;
  }

  /**
   * What one commit or mail was linked to.
   *
   * @param key id of the commit, or Message-ID
   * @param ofCommit it is a commit
   * @param links the answer first; none where there is none
   * @param why there is none
   */
  private record Answer(String key, boolean ofCommit, List<Link> links, List<Anchor> equal,
      String why) {}

  void commit(Postings postings) {
    List<Link> links = wanted(postings.links());
    String why = postings.links().isEmpty()
        ? TRIED
        : TRIED + "; the nearest is possible: " + postings.links().getFirst().to().key();
    print(new Answer(postings.commit().key(), true, links, postings.equal(), why));
  }

  void mail(MessageId id, List<Link> links) {
    print(new Answer(id.value(), false, wanted(links), List.of(),
        "no commit of the trees is likely to have come from it"));
  }

  void none(String key, String why) {
    print(new Answer(key, !key.contains("@"), List.of(), List.of(), why));
  }

  /** Those that are sure enough stand first, as the answer does. */
  private List<Link> wanted(List<Link> links) {
    return links.stream().takeWhile(link -> link.confidence().compareTo(least) >= 0).toList();
  }

  private void print(Answer answer) {
    allFound &= !answer.links().isEmpty();
    switch (format) {
      case text -> text(answer);
      case jsonl -> outside.out().println(JsonWriter.object(json -> fields(json, answer)));
      case json -> document.add(answer);
    }
  }

  /** Ends a document; true when each had a link. */
  boolean end() {
    if (format == Format.json) {
      outside.out().println(JsonWriter.array(document, LinkOutput.this::fields));
    }
    return allFound;
  }

  private void text(Answer answer) {
    if (answer.links().isEmpty()) {
      outside.err().println("chesterton: " + Printable.of(answer.key() + ": " + answer.why()));
    }
    answer.links().stream().limit(candidates ? Long.MAX_VALUE : 1).forEach(link -> {
      String how = because(link).stream().collect(Collectors.joining("; "));
      outside.out()
          .println(Printable.of(String.join("\t", link.from().key(), link.to().key(), how,
              link.confidence().word())));
    });
    if (!answer.links().isEmpty() && !answer.equal().isEmpty()) {
      outside.err()
          .println(Printable.of("chesterton: " + answer.key() + ": posted alike as "
              + answer.equal().stream().map(Anchor::key).collect(Collectors.joining(", "))));
    }
  }

  private void fields(JsonWriter json, Answer answer) {
    Optional<Link> link = answer.links().stream().findFirst();
    json.text("commit", answer.ofCommit() ? Optional.of(answer.key())
        : link.map(found -> found.from().key()))
        .text("message_id", answer.ofCommit() ? link.map(found -> found.to().key())
            : Optional.of(answer.key()))
        .share("score", link.map(Link::score).orElse(0.0))
        .text("confidence", link.map(found -> found.confidence().word()))
        .texts("evidence", link.map(LinkOutput::because).orElse(List.of()))
        .texts("equal", answer.equal().stream().map(Anchor::key).toList());
    if (link.isEmpty()) {
      json.text("reason", answer.why());
    }
    if (candidates) {
      json.array("candidates", answer.links().stream().skip(1).toList(), LinkOutput::candidate);
    }
  }

  private static void candidate(JsonWriter json, Link link) {
    json.text("commit", link.from().key())
        .text("message_id", link.to().key())
        .share("score", link.score())
        .text("confidence", link.confidence().word())
        .texts("evidence", because(link));
  }

  private static List<String> because(Link link) {
    return link.evidence().stream().map(Evidence::because).toList();
  }
}
