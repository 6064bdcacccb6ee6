package dev.chesterton.finding;

import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a rule file: a head between two lines {@code ---} with {@code key: value} lines, then Markdown. Keys are
 * {@code id}, {@code title}, {@code severity}, {@code since}, for a rule without code {@code kind}, and
 * {@code match.KIND}, whose value is a list of names.
 */
final class RulePageReader {
  private static final String FENCE = "---";
  private static final String MATCH = "match.";
  private static final List<String> KEYS = List.of("id", "title", "severity", "since", "kind");
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Value> head = new LinkedHashMap<>();

  private record Value(int line, String text) {}

  private RulePageReader(String file) {
    this.file = file;
  }

  /** @param file name of the file, for the problems */
  static Parsed<RulePage> read(String file, String text) {
    RulePageReader reader = new RulePageReader(file);
    RulePage page = reader.page(text);
    return new Parsed<>(page, reader.problems);
  }

  private RulePage page(String text) {
    List<String> lines = text.lines().toList();
    int end = lines.isEmpty() || !lines.getFirst().equals(FENCE) ? -1
        : lines.subList(1, lines.size()).indexOf(FENCE);
    if (end < 0) {
      problem(1, "no head between two lines ---");
    }
    for (int i = 1; i <= end; i++) {
      readHeadLine(i + 1, lines.get(i));
    }
    String markdown = String.join("\n", lines.subList(end < 0 ? 0 : end + 2, lines.size()));
    return new RulePage(file, id(), required("title"), severity(), required("since"), kind(),
        matches(), markdown);
  }

  private void readHeadLine(int number, String line) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      problem(number, "'" + line + "' is not 'key: value'");
      return;
    }
    String key = line.substring(0, colon).strip();
    String value = line.substring(colon + 1).strip();
    if (key.startsWith(MATCH) && value.isEmpty()) {
      problem(number, "no name behind '" + key + "'");
    } else if (!key.startsWith(MATCH) && !KEYS.contains(key)) {
      problem(number, "unknown key '" + key + "'");
    } else if (head.put(key, new Value(number, value)) != null) {
      problem(number, "'" + key + "' is given twice");
    }
  }

  private String required(String key) {
    Value value = head.getOrDefault(key, new Value(1, ""));
    if (value.text().isEmpty()) {
      problem(value.line(), "no '" + key + "' in the head");
    }
    return value.text();
  }

  /** It is an address and a word in brackets, too. */
  private RuleId id() {
    String id = required("id");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      problem(head.getOrDefault("id", new Value(1, "")).line(),
          "id '" + id + "' is not lower-case words joined by -");
    }
    return new RuleId(id);
  }

  private Optional<PatternKind> kind() {
    Value written = head.getOrDefault("kind", new Value(1, ""));
    Optional<PatternKind> kind = PatternKind.of(written.text());
    if (head.containsKey("kind") && kind.isEmpty()) {
      problem(written.line(), "kind '" + written.text() + "' is none of "
          + Stream.of(PatternKind.values())
              .map(PatternKind::word)
              .collect(Collectors.joining(", ")));
    }
    if (kind.isPresent() && head.keySet().stream().noneMatch(key -> key.startsWith(MATCH))) {
      problem(written.line(), "a rule of a kind needs a line 'match.KIND: NAMES'");
    }
    return kind;
  }

  private Severity severity() {
    String word = required("severity");
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.word().equals(word))
        .findFirst()
        .orElseGet(() -> unknownSeverity(word));
  }

  /** One that is missing has been told of already. */
  private Severity unknownSeverity(String word) {
    if (!word.isEmpty()) {
      problem(head.getOrDefault("severity", new Value(1, "")).line(),
          "severity '" + word + "' is none of error, warning, check");
    }
    return Severity.CHECK;
  }

  private Map<String, List<NamePattern>> matches() {
    Map<String, List<NamePattern>> matches = new LinkedHashMap<>();
    head.forEach((key, value) -> {
      if (key.startsWith(MATCH)) {
        List<NamePattern> patterns = Arrays.stream(value.text().split("\\s+"))
            .map(NamePattern::new)
            .toList();
        matches.put(key.substring(MATCH.length()).toLowerCase(Locale.ROOT), patterns);
      }
    });
    return matches;
  }

  private void problem(int line, String what) {
    problems.add(new Problem(file + ":" + line, what));
  }
}
