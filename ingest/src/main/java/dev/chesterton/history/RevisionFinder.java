package dev.chesterton.history;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** A name or digits with steps to first parents, {@code HEAD~3^}: as much of gitrevisions(7) as ranges are written with. */
final class RevisionFinder {
  private static final Pattern STEPS = Pattern.compile("(?:~\\d{0,6}|\\^){0,64}\\z");
  private static final Pattern STEP = Pattern.compile("~(\\d*)|\\^");
  private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{7,40}");

  /** Longer than any history. */
  private static final int MOST_STEPS = 10_000_000;

  private final Repository repository;
  private final CommitFinder finder;

  RevisionFinder(Repository repository, CommitFinder finder) {
    this.repository = repository;
    this.finder = finder;
  }

  Optional<ObjectId> find(String text) throws IOException {
    Matcher steps = STEPS.matcher(text);
    if (!steps.find()) {
      return Optional.empty();
    }
    Optional<ObjectId> begin = begin(text.substring(0, steps.start()));
    return begin.isEmpty() ? begin : back(begin.get(), count(steps.group()));
  }

  private Optional<ObjectId> begin(String name) throws IOException {
    Optional<ObjectId> named = name.isEmpty() ? Optional.empty() : named(name);
    String digits = name.toLowerCase(Locale.ROOT);
    if (named.isPresent() || !DIGITS.matcher(digits).matches()) {
      return named;
    }
    List<CommitId> commits = finder.beginningWith(digits);
    return commits.size() == 1
        ? Optional.of(ObjectId.fromString(commits.getFirst().hex()))
        : Optional.empty();
  }

  /** As {@link SourceTree#head} finds it, and branches of other remotes than origin. */
  private Optional<ObjectId> named(String name) throws IOException {
    Optional<ObjectId> own = finder.at(name);
    return own.isPresent() ? own : finder.at("refs/remotes/" + name);
  }

  private static long count(String steps) {
    return STEP.matcher(steps)
        .results()
        .mapToLong(step -> step.group(1) == null || step.group(1).isEmpty() ? 1
            : Long.parseLong(step.group(1)))
        .sum();
  }

  private Optional<ObjectId> back(ObjectId from, long steps) throws IOException {
    if (steps > MOST_STEPS) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRetainBody(false);
      RevCommit commit = walk.parseCommit(from);
      for (long i = 0; i < steps; i++) {
        if (commit.getParentCount() == 0) {
          return Optional.empty();
        }
        commit = walk.parseCommit(commit.getParent(0));
      }
      return Optional.of(commit.copy());
    }
  }
}
