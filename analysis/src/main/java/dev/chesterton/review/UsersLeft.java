package dev.chesterton.review;

import dev.chesterton.change.FilePath;
import dev.chesterton.change.LineKey;
import dev.chesterton.change.LineKeys;
import dev.chesterton.finding.Losses.LostFunction;
import dev.chesterton.finding.UnderReview;
import dev.chesterton.index.Index;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Identifiers;
import dev.chesterton.link.TreeAt;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the message of a patch says that nothing uses what goes: looks in a code repository for lines that name it and
 * stay. Looks into the file of a static function, and into the folder of any other, not into the whole tree, which would
 * take longer than a page has.
 */
final class UsersLeft {

  /** What kernel people write of code without users. */
  private static final Pattern CLAIM = Pattern.compile(
      """
          \\b(?:unused|dead code|nobody (?:uses|calls)\
          |never (?:called|used)\
          |(?:no|without(?: any)?|last)(?: (?:longer|more|other|remaining|in-tree|existing))* (?:users?|callers?|used|called)\
          |not (?:being )?(?:used|called))\\b""",
      Pattern.CASE_INSENSITIVE);

  private static final Pattern STATIC = Pattern.compile("\\bstatic\\b");

  private static final int MOST_FILES = 200;

  /** Lines shown of one function. */
  private static final int MOST_USES = 6;

  private final Index index;
  private final UnderReview reviewed;
  private final Series series;

  UsersLeft(Index index, UnderReview reviewed, Series series) {
    this.index = index;
    this.reviewed = reviewed;
    this.series = series;
  }

  /** The title or line of the message that says so. */
  Optional<Excerpt> claim() {
    Patch patch = reviewed.patch();
    if (CLAIM.matcher(patch.subject().title()).find()) {
      return Optional.of(new Excerpt(reviewed.source(), 1, patch.subject().title()));
    }
    List<String> lines = patch.message().lines();
    return IntStream.range(patch.logLine(), patch.diffLine())
        .filter(line -> CLAIM.matcher(lines.get(line - 1)).find())
        .mapToObj(line -> new Excerpt(reviewed.source(), line, lines.get(line - 1).strip()))
        .findFirst();
  }

  /** One sentence on a function; nothing where the tree does not have its file. */
  Optional<Statement> tell(Excerpt claim, LostFunction function, TreeAt at) {
    FilePath path = function.fence().path();
    if (at.tree().fileAt(at.head(), path).isEmpty()) {
      return Optional.empty();
    }
    boolean isStatic = function.fence().lines().stream().limit(2).anyMatch(UsersLeft::isStatic);
    List<FilePath> files = isStatic ? List.of(path) : at.tree().filesIn(at.head(), path.folder());
    LineKeys removed = removed();
    List<Use> uses = files.stream()
        .limit(MOST_FILES)
        .flatMap(file -> uses(function.name(), file, at, removed).stream())
        .toList();
    String where = isStatic ? path.value() : where(files.size(), path.folder());
    return Optional.of(new Statement(Topic.STILL_USED,
        "The message says that nothing uses what goes; in tree %s %s of %s that the series leaves %s %s()"
            .formatted(at.tree().name(), count(uses.size()), where,
                uses.size() > 1 ? "name" : "names", function.name()),
        sources(claim, uses, at)));
  }

  /** Looked for only where a message makes the claim: most do not. */
  private LineKeys removed() {
    return LineKeys.of(Stream.concat(Stream.of(reviewed.patch()), series.patches().stream())
        .flatMap(patch -> patch.change().removed()));
  }

  private static String where(int files, String folder) {
    return files > MOST_FILES
        ? "the first %d of %d files of %s".formatted(MOST_FILES, files, folder)
        : "the %d files of %s".formatted(files, folder);
  }

  private static boolean isStatic(String line) {
    return STATIC.matcher(line).find();
  }

  private static String count(int lines) {
    return lines == 0 ? "no line" : lines == 1 ? "one line" : lines + " lines";
  }

  private List<Excerpt> sources(Excerpt claim, List<Use> uses, TreeAt at) {
    List<Excerpt> sources = new ArrayList<>(List.of(claim));
    uses.stream()
        .limit(MOST_USES)
        .map(use -> new Excerpt(Anchor.of(at.head(), index), 1, use.toString()))
        .forEach(sources::add);
    return sources;
  }

  /** @param line 1-based */
  private record Use(FilePath path, int line, String text) {
    @Override
    public String toString() {
      return path + ":" + line + ": " + text;
    }
  }

  private List<Use> uses(String function, FilePath path, TreeAt at, LineKeys removed) {
    Predicate<String> names = Identifiers.naming(function);
    List<String> lines = at.tree()
        .fileAt(at.head(), path)
        .filter(names)
        .map(text -> text.lines().toList())
        .orElse(List.of());
    return IntStream.range(0, lines.size())
        .filter(i -> names.test(lines.get(i)) && !removed.contains(LineKey.of(lines.get(i))))
        .mapToObj(i -> new Use(path, i + 1, lines.get(i).strip()))
        .toList();
  }
}
