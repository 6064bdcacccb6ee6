package dev.chesterton.web;

import dev.chesterton.change.FilePath;
import dev.chesterton.index.Head;
import dev.chesterton.index.SearchSyntax;
import dev.chesterton.review.JsonWriter;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the first of what a search found divides by list, year, author, kind and file, and the searches that find one part alone.
 *
 * @param counted how many of what was found are counted
 */
record Facets(int counted, List<Facet> facets) {

  /** So many are counted at most, the first in the order of the search. */
  static final int MOST_COUNTED = 200;

  private static final int MOST_ENTRIES = 8;
  private static final int DIGITS_OF_YEAR = 4;

  /** Written between quotes nothing of it has a meaning. */
  private static final String QUOTE = "\"";

  Facets {
    facets = List.copyOf(facets);
  }

  /**
   * One way to divide.
   *
   * @param others how many values are left out
   */
  record Facet(String name, List<Entry> entries, int others) {
    Facet {
      entries = List.copyOf(entries);
    }
  }

  /**
   * One part.
   *
   * @param query finds this part alone; empty where it is the whole or no search can say it
   */
  record Entry(String label, long count, String query) {}

  /**
   * A value that some of what was found has.
   *
   * @param detail tells apart those of one label
   * @param clause asks for it
   */
  private record Value(String label, String detail, String clause) {
    Value(String label, String clause) {
      this(label, "", clause);
    }
  }

  /** @param paths of the files that a mail or commit changes */
  static Facets of(String query, List<Head> heads, Function<Head, List<FilePath>> paths) {
    Comparator<Entry> mostFirst = Comparator.comparingLong(Entry::count)
        .reversed()
        .thenComparing(Entry::label);
    return new Facets(heads.size(), List.of(
        facet("list", query, heads, Facets::lists, mostFirst),
        facet("year", query, heads, Facets::year, Comparator.comparing(Entry::label).reversed()),
        facet("author", query, heads, Facets::author, mostFirst),
        facet("kind", query, heads, Facets::kind, mostFirst),
        facet("file", query, heads, head -> files(paths.apply(head)), mostFirst))
        .stream()
        .filter(facet -> !facet.entries().isEmpty())
        .toList());
  }

  private static Facet facet(String name, String query, List<Head> heads,
      Function<Head, List<Value>> values, Comparator<Entry> order) {
    TreeMap<String, List<Value>> groups = heads.stream()
        .flatMap(head -> values.apply(head).stream())
        .collect(Collectors.groupingBy(Value::clause, TreeMap::new, Collectors.toList()));
    Map<String, Long> sameLabel = groups.values()
        .stream()
        .collect(Collectors.groupingBy(group -> group.getFirst().label(), Collectors.counting()));
    List<Entry> entries = new ArrayList<>();
    groups.forEach(
        (clause, group) -> entries.add(new Entry(label(group.getFirst(), sameLabel), group.size(),
            group.size() == heads.size() ? "" : narrowed(query, clause))));
    List<Entry> biggest = entries.stream()
        .sorted(Comparator.comparingLong(Entry::count).reversed().thenComparing(Entry::label))
        .limit(MOST_ENTRIES)
        .sorted(order)
        .toList();
    return new Facet(name, biggest, entries.size() - biggest.size());
  }

  /** People have several addresses, and addresses several people. */
  private static String label(Value value, Map<String, Long> sameLabel) {
    return sameLabel.getOrDefault(value.label(), 1L) > 1
        ? value.label() + " <" + value.detail() + ">"
        : value.label();
  }

  /** A search that would be too long is none. */
  private static String narrowed(String query, String clause) {
    String narrowed = SearchSyntax.narrowed(query, clause);
    return SearchSyntax.parse(narrowed).error().isEmpty() ? narrowed : "";
  }

  private static List<Value> lists(Head head) {
    return head instanceof Head.MailHead mail
        ? mail.lists().stream().map(list -> new Value(list, "l:" + quoted(list))).toList()
        : List.of();
  }

  private static List<Value> year(Head head) {
    String year = Integer.toString(head.instant().atOffset(ZoneOffset.UTC).getYear());
    return year.length() == DIGITS_OF_YEAR
        ? List.of(new Value(year, "d:%s-01-01..%s-12-31".formatted(year, year)))
        : List.of();
  }

  /** By address: people write their names in many ways. */
  private static List<Value> author(Head head) {
    String address = head.author().address().toLowerCase(Locale.ROOT);
    boolean sayable = !address.contains(QUOTE) && address.codePoints()
        .anyMatch(
            Character::isLetterOrDigit);
    return sayable
        ? List.of(new Value(head.author().display(), address, "f:" + QUOTE + address + QUOTE))
        : List.of();
  }

  private static List<Value> kind(Head head) {
    String kind = switch (head) {
      case Head.CommitHead _ -> "commit";
      case Head.MailHead mail -> switch (mail.kind()) {
        case PATCH -> "patch";
        case COVER_LETTER -> "cover";
        case REPLY -> "reply";
        case LETTER -> "letter";
      };
    };
    return List.of(new Value(kind, "kind:" + kind));
  }

  private static List<Value> files(List<FilePath> paths) {
    return paths.stream()
        .map(FilePath::value)
        .filter(path -> !path.contains(QUOTE))
        .map(path -> new Value(path, "dfn:" + quoted(path)))
        .toList();
  }

  private static String quoted(String value) {
    return value.codePoints().anyMatch(Character::isWhitespace) ? QUOTE + value + QUOTE : value;
  }

  static void write(JsonWriter json, Facet facet) {
    json.text("name", facet.name)
        .array("values", facet.entries, (inner, entry) -> inner.text("label", entry.label)
            .number("count", entry.count)
            .text("query", Optional.of(entry.query).filter(text -> !text.isEmpty())))
        .number("others", facet.others);
  }
}
