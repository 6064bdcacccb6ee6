package dev.chesterton.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file of a rule: what it looks for, and why it exists.
 *
 * @param file it was read from, for those who want to open it
 * @param kind of a rule that is only a pattern; empty where the rule has code
 * @param matches patterns by the word behind {@code match.} in the head, in the order of the file
 * @param markdown the text below the head
 */
public record RulePage(String file, RuleId id, String title, Severity severity, String since,
    Optional<PatternKind> kind, Map<String, List<NamePattern>> matches, String markdown) {

  public RulePage {
    matches = Collections.unmodifiableMap(new LinkedHashMap<>(matches));
  }

  /** The same page with another severity. */
  RulePage with(Severity other) {
    return new RulePage(file, id, title, other, since, kind, matches, markdown);
  }

  /** The patterns of one kind; none where the file has none. */
  public List<NamePattern> match(String kind) {
    return matches.getOrDefault(kind, List.of());
  }

  /** The kinds whose patterns fit a name, in the order of the file. */
  public Stream<String> kindsOf(String name) {
    return matches.entrySet()
        .stream()
        .filter(entry -> entry.getValue().stream().anyMatch(pattern -> pattern.fits(name)))
        .map(Map.Entry::getKey);
  }
}
