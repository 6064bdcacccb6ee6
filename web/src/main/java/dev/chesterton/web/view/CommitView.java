package dev.chesterton.web.view;

import java.util.List;

/**
 * A commit, from a tree or from those who cite it.
 *
 * @param known where it is known from, in words
 * @param facts author, dates, trees; empty where no tree has it
 * @param message one or none
 * @param fixes commits it repairs
 * @param repairedBy commits that name it in {@code Fixes:} or revert it
 * @param trees whether there is any tree that could tell of repairs
 * @param cited where it is cited, by date
 * @param mails patch mails it may have come from, best first
 * @param diff one or none; none says {@code noDiff} why
 */
public record CommitView(String title, Words subject, Words hex, String known, boolean ambiguous,
    List<MailView.Header> facts, List<TextView> message, List<CommitLink> candidates,
    List<CommitLink> fixes, List<CommitLink> repairedBy, boolean trees, List<Cited> cited,
    int citedMore,
    List<LinkRow> mails, List<DiffView> diff, String noDiff, String self) {

  /** Another commit. */
  public record CommitLink(Words hex, String address, Words title, String date) {}

  /** A place that cites it, with its words and the form. */
  public record Cited(SourceView source, Words words, String form) {}
}
