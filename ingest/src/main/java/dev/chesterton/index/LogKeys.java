package dev.chesterton.index;

import dev.chesterton.change.LineKey;
import dev.chesterton.change.LineKeys;
import dev.chesterton.change.Trailer;
import dev.chesterton.change.Trailers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The keys of what an author says in a log. Trailers are left out: they grow from mail to commit. */
final class LogKeys {
  private LogKeys() {}

  static LineKeys of(String log) {
    Set<Integer> trailers = Trailers.ofLog(log, 1)
        .stream()
        .map(Trailer::line)
        .collect(Collectors.toUnmodifiableSet());
    List<String> lines = log.lines().toList();
    return LineKeys.ofKeys(IntStream.range(0, lines.size())
        .filter(i -> !trailers.contains(i + 1))
        .mapToLong(i -> LineKey.of(lines.get(i)).value()));
  }
}
