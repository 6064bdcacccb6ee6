package dev.chesterton.cli;

import dev.chesterton.index.Index;
import dev.chesterton.link.Known;
import dev.chesterton.review.LineLife;
import dev.chesterton.review.LineLifeFinder;
import dev.chesterton.review.LineLifeJson;
import dev.chesterton.review.LineLifeText;
import dev.chesterton.review.PageAddress;
import dev.chesterton.settings.TreeSettings;
import dev.chesterton.source.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells of lines of a file why they are there, by the trees of the settings, or by the one that is at hand. */
final class LineExplanation {
  private final Session session;
  private final Known known;
  private final Optional<Path> repository;

  /** @param repository asked in place of the trees of the settings */
  LineExplanation(Session session, Known known, Optional<Path> repository) {
    this.session = session;
    this.known = known;
    this.repository = repository;
  }

  LineLife find(LineArgument argument, String asWritten) {
    repository.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
      throw new InputException(ExitCode.NO_INPUT,
          "no folder '" + folder + "'; --repo names a work tree or git folder");
    });
    try (Index index = session.openIndex(); Session.Trees trees = trees(argument)) {
      LineLife life = new LineLifeFinder(index, trees, known).find(argument.path(),
          argument.sought());
      if (life.lines().isEmpty()) {
        throw new InputException(ExitCode.NO_INPUT, why(life, argument, asWritten));
      }
      return life;
    }
  }

  private Session.Trees trees(LineArgument argument) {
    Optional<Path> one = repository.or(() -> session.settings().trees().isEmpty()
        ? session.settings().repo().or(argument::workTree)
        : Optional.empty());
    return one
        .map(path -> session.trees(List.of(new TreeSettings(path.toString(), path, List.of()))))
        .orElseGet(session::trees);
  }

  private static String why(LineLife life, LineArgument argument, String asWritten) {
    if (!life.story().hasTrees()) {
      return "no file '" + asWritten + "', and no tree to look into: name one with --repo, or set"
          + " chesterton.tree.<name>.path";
    }
    return life.story()
        .problems()
        .stream()
        .findFirst()
        .map(Problem::what)
        .or(() -> life.story()
            .stands()
            .stream()
            .findFirst()
            .map(stand -> "'" + argument.path() + "' has " + stand.size() + " lines in tree "
                + stand.tree() + "; -L " + argument.sought().first() + " is behind its end"))
        .orElse("no file '" + argument.path() + "' at the head of the tree; the path counts from"
            + " the top of the tree");
  }

  static String text(LineLife life, PageAddress pages) {
    return pages.of(life).map(address -> address + "\n").orElse("") + LineLifeText.of(life);
  }

  static String json(LineLife life, PageAddress pages) {
    return LineLifeJson.of(life, pages.of(life));
  }
}
