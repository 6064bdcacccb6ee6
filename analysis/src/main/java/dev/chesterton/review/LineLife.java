package dev.chesterton.review;

import dev.chesterton.index.Head;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Attempt;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Link;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why lines of a file are there: who put them there and for what, and who tried to take them away.
 *
 * @param story the file in the trees
 * @param lines those asked for, as they stand there
 * @param causes commits that put them there by git blame; where no tree tells, the changes of the store that add such
 *     lines to this file, newest first
 * @param added changes of the store that add such lines to this file, oldest first
 * @param attempts patch mails that took such lines away, heaviest first
 * @param common how many of the lines stand in so many changes that they are not looked up
 */
public record LineLife(FileStory story, List<String> lines, List<Cause> causes, List<Head> added,
    List<Attempt> attempts, int common) {

  public LineLife {
    lines = List.copyOf(lines);
    causes = List.copyOf(causes);
    added = List.copyOf(added);
    attempts = List.copyOf(attempts);
  }

  /**
   * A change that put lines there.
   *
   * @param fix what shows that it was a fix, in its own words; empty where nothing does
   * @param mails patch mails it may have come from, best first
   * @param repairing later commits that say they fix or revert it
   */
  public record Cause(Anchor change, Optional<Excerpt> fix, List<Link> mails,
      List<Link> repairing) {
    public Cause {
      mails = List.copyOf(mails);
      repairing = List.copyOf(repairing);
    }
  }

  /** Number of the first line, 1-based. */
  public int first() {
    return story.line();
  }

  /** Number of the last line, inclusive. */
  public int last() {
    return first() + lines.size() - 1;
  }

  /** The oldest change that adds such lines to this file, where it is no cause and no mail of one. */
  public Optional<Anchor> firstForm() {
    Set<String> told = causes.stream()
        .flatMap(cause -> Stream.concat(Stream.of(cause.change()),
            cause.mails().stream().map(Link::to)))
        .map(Anchor::key)
        .collect(Collectors.toSet());
    return added.stream().findFirst().filter(head -> !told.contains(head.key())).map(Anchor::of);
  }
}
