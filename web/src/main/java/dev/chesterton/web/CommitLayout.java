package dev.chesterton.web;

import dev.chesterton.change.Citation.OfCommit;
import dev.chesterton.history.Commit;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.StoredCommit;
import dev.chesterton.link.Citing;
import dev.chesterton.source.Problem;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.CommitView;
import dev.chesterton.web.view.CommitView.Cited;
import dev.chesterton.web.view.CommitView.CommitLink;
import dev.chesterton.web.view.Dates;
import dev.chesterton.web.view.DiffView;
import dev.chesterton.web.view.LinkRow;
import dev.chesterton.web.view.MailView.Header;
import dev.chesterton.web.view.SourceView;
import dev.chesterton.web.view.TextView;
import dev.chesterton.web.view.TextWriter;
import dev.chesterton.web.view.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays out the page of one commit. */
final class CommitLayout {

  private static final int MOST_CITED = 50;

  private final CommitFacts facts;
  private final Snapshot snapshot;

  CommitLayout(CommitFacts facts, Snapshot snapshot) {
    this.facts = facts;
    this.snapshot = snapshot;
  }

  CommitView view() {
    String title = facts.title().isEmpty() ? "commit " + facts.hex() : facts.title();
    List<Cited> cited = facts.cited().stream().limit(MOST_CITED).map(CommitLayout::cited).toList();
    return new CommitView(Words.plain(title), Words.of(title), Words.of(facts.hex()), known(),
        !facts.candidates().isEmpty(), facts(), message(),
        facts.candidates().stream().map(CommitLayout::link).toList(),
        facts.fixes().stream().map(this::fix).toList(),
        facts.repairedBy().stream().map(CommitLayout::link).toList(),
        !snapshot.summary().trees().isEmpty(), cited,
        facts.cited().size() - cited.size(), LinkRow.of(facts.mails()),
        facts.whole().map(Commit::change).map(DiffView::of).stream().toList(), noDiff(),
        Address.commit(facts.stored()
            .map(stored -> stored.head().id().hex())
            .orElse(facts.hex())));
  }

  private String known() {
    if (!facts.candidates().isEmpty()) {
      return "This id is ambiguous: several commits begin so.";
    }
    return facts.stored()
        .map(stored -> "In tree " + String.join(", ", stored.head().trees()) + ".")
        .orElse("Known from citations only: no tree at hand has it.");
  }

  private List<Header> facts() {
    return facts.stored().map(StoredCommit::head).map(CommitLayout::headers).orElse(List.of());
  }

  private static List<Header> headers(CommitHead head) {
    return List.of(new Header("Commit", List.of(Words.of(head.id().hex()))),
        new Header("Author", List.of(Words.of(head.author().toString()))),
        new Header("Authored", List.of(Words.of(Dates.minute(head.authored())))),
        new Header("Committed", List.of(Words.of(Dates.minute(head.committed())))));
  }

  private List<TextView> message() {
    return facts.stored()
        .map(stored -> TextWriter.ofMessage(stored.message(), snapshot).write())
        .stream()
        .toList();
  }

  private String noDiff() {
    if (facts.whole().isEmpty()) {
      return facts.isKnown()
          ? "The diff is not shown: the tree that has the commit is not configured here."
          : "No diff: a commit known from citations only has none here.";
    }
    return facts.whole()
        .get()
        .problems()
        .stream()
        .map(Problem::what)
        .map(Words::plain)
        .collect(Collectors.joining("; "));
  }

  private static Cited cited(Citing citing) {
    return new Cited(SourceView.of(citing.excerpt()), Words.of(citing.excerpt().words()),
        switch (citing.citation().form()) {
          case TEXT -> "in words";
          case FIXES -> "Fixes:";
          case REVERTS -> "reverts it";
          case UPSTREAM -> "as upstream commit";
          case WEB_LINK -> "in a web link";
        });
  }

  private static CommitLink link(CommitHead head) {
    return new CommitLink(Words.of(head.id().abbreviated()), Address.commit(head.id().hex()),
        Words.of(head.title()), Dates.day(head.committed()));
  }

  /** As the tree has it; else as it is cited. */
  private CommitLink fix(OfCommit fix) {
    List<CommitHead> found = new ArrayList<>(snapshot.index().commits(fix.hex(), 2));
    return Stream.of(found)
        .filter(heads -> heads.size() == 1)
        .map(heads -> link(heads.getFirst()))
        .findFirst()
        .orElseGet(() -> new CommitLink(Words.of(fix.hex()), Address.commit(fix.hex()),
            Words.of(fix.title().orElse("")), ""));
  }
}
