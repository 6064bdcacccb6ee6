package dev.chesterton.review;

import dev.chesterton.change.FilePath;
import dev.chesterton.finding.Losses.LostFunction;
import dev.chesterton.index.Index;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Identifiers;
import dev.chesterton.link.TreeAt;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Looks in a code repository whether what a patch takes away is there today. */
final class StillThere {
  private final Index index;
  private final TreeAt at;

  StillThere(Index index, TreeAt at) {
    this.index = index;
    this.at = at;
  }

  /** One sentence on a function, in the file the patch takes it from; nothing where the tree has no such file. */
  Optional<Statement> tell(LostFunction function) {
    FilePath path = function.fence().path();
    return at.tree()
        .fileAt(at.head(), path)
        .map(text -> new Statement(Topic.STILL_THERE,
            "%s %s %s() in tree %s".formatted(path,
                line(text, function.name()).isPresent() ? "still has" : "no longer has",
                function.name(), at.tree().name()),
            List.of(new Excerpt(Anchor.of(at.head(), index), 1,
                line(text, function.name()).orElse("")))));
  }

  /** The first line that names it. */
  private static Optional<String> line(String text, String name) {
    List<String> lines = text.lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> Identifiers.naming(name).test(lines.get(i)))
        .mapToObj(i -> "line " + (i + 1) + ": " + lines.get(i).strip())
        .findFirst();
  }
}
