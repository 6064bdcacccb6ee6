package dev.chesterton.cli;

import dev.chesterton.change.FilePath;
import dev.chesterton.review.SoughtLines;
import dev.chesterton.review.SoughtLines.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lines of a file as {@code -L N[,M] FILE} names them.
 *
 * @param path in the tree: from the top of the work tree the file lies in; as written where it lies in none
 * @param workTree the top of that work tree
 * @param sought as the file at hand has them; by number alone where there is none
 */
record LineArgument(FilePath path, Optional<Path> workTree, SoughtLines sought) {
  private static final Pattern LINES = Pattern.compile("([1-9]\\d{0,8})(?:,([1-9]\\d{0,8}))?");

  static LineArgument of(String lines, String file, Session session) {
    Range range = range(lines);
    Path path = session.resolve(file).normalize();
    if (Files.isDirectory(path)) {
      throw new InputException(ExitCode.USAGE,
          "'" + file + "' is a folder; name a file of it behind -L " + lines);
    }
    Optional<Path> top = top(path);
    FilePath inTree = new FilePath(
        top.map(folder -> folder.relativize(path)).orElse(Path.of(file).normalize()).toString());
    return new LineArgument(inTree, top, Files.exists(path)
        ? written(range, file, path, session.limits().maxMessageBytes())
        : new SoughtLines.Numbered(range));
  }

  private static Range range(String lines) {
    Matcher matcher = LINES.matcher(lines);
    if (!matcher.matches()) {
      throw new InputException(ExitCode.USAGE,
          "-L '" + lines + "' names no lines: write N or N,M, counted from 1, as in -L 3947,3950");
    }
    int first = Integer.parseInt(matcher.group(1));
    int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
    if (last < first || last - first >= SoughtLines.MOST_LINES) {
      throw new InputException(ExitCode.USAGE, "-L '" + lines
          + "': the second number is the last line, and at most " + SoughtLines.MOST_LINES
          + " lines are looked at");
    }
    return new Range(first, last);
  }

  /** The folder above a file in which a repository lies. */
  private static Optional<Path> top(Path file) {
    return Stream.iterate(file.getParent(), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve(".git")))
        .findFirst();
  }

  private static SoughtLines written(Range range, String name, Path file, long most) {
    try {
      if (Files.size(file) > most) {
        return new SoughtLines.Numbered(range);
      }
      List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines()
          .toList();
      if (range.first() > lines.size()) {
        throw new InputException(ExitCode.USAGE, "'" + name + "' has " + lines.size()
            + " lines; -L " + range.first() + " is behind its end");
      }
      return new SoughtLines.Written(range.first(),
          lines.subList(range.first() - 1, Math.min(range.last(), lines.size())));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read '" + file + "': " + e.getMessage(), e);
    }
  }
}
