package dev.chesterton.cli;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.finding.RuleId;
import dev.chesterton.history.CommitId;
import dev.chesterton.index.Index;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.Reviewer;
import dev.chesterton.review.base.Grounds;
import dev.chesterton.settings.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a check asks, open: the store, the trees, the rules, and the repository where one is at hand. */
record OpenedCheck(Index index, Session.Trees trees, RuleBook rules,
    Optional<CheckRepository> repository, Optional<String> base) implements AutoCloseable {

  /**
   * What is to be opened.
   *
   * @param rules names of the rules to ask; all of them where none is named
   * @param repository named on the command line
   * @param base the commit that patches apply to, likewise
   * @param needsRepository a range or a base was named
   * @param store opens it
   */
  record Wanted(List<String> rules, Optional<String> repository, Optional<String> base,
      boolean needsRepository, Supplier<Index> store) {
    Wanted {
      rules = List.copyOf(rules);
    }
  }

  static OpenedCheck open(Session session, Wanted wanted) {
    RuleBook rules = chosen(session.rules(), wanted.rules());
    Optional<CheckRepository> repository = CheckRepository.open(session, wanted.repository(),
        wanted.needsRepository());
    return new OpenedCheck(wanted.store().get(), session.trees(), rules, repository, wanted.base());
  }

  /** For mails. */
  Reviewer reviewer() {
    return new Reviewer(index, rules, trees, repository
        .<Grounds>map(found -> found.grounds(base))
        .orElse(Grounds.NONE));
  }

  /** For all patches of a store, most of which apply to commits of long ago: the repository is not asked. */
  Reviewer reviewerOfMany() {
    return new Reviewer(index, rules, trees);
  }

  /** For the commits of a range, each of which applies to its parent. */
  Reviewer reviewer(Map<MessageId, CommitId> parents) {
    return new Reviewer(index, rules, trees, repository
        .<Grounds>map(found -> found.grounds(base).with(parents))
        .orElse(Grounds.NONE));
  }

  private static RuleBook chosen(RuleBook all, List<String> only) {
    only.stream().filter(name -> all.page(name).isEmpty()).findFirst().ifPresent(name -> {
      throw new InputException(ExitCode.USAGE, "no rule '" + name + "' is on" + nearest(all, name)
          + "; 'chesterton rules list' has them all");
    });
    return only.isEmpty() ? all : all.only(only.stream().map(RuleId::new).toList());
  }

  private static String nearest(RuleBook all, String name) {
    return all.pages()
        .stream()
        .map(page -> page.id().value())
        .min(Comparator.comparingInt(known -> EditDistance.between(name, known)))
        .filter(known -> EditDistance.between(name, known) * 2 <= name.length())
        .map(known -> "; did you mean '" + known + "'?")
        .orElse("");
  }

  @Override
  public void close() {
    repository.ifPresent(CheckRepository::close);
    trees.close();
    index.close();
  }
}
