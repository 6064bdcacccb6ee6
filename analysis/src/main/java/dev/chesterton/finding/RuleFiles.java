package dev.chesterton.finding;

import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads rule files of folders. A file that cannot be read is told of, and the others go on. */
public final class RuleFiles {

  /** Bytes of a rule file; a longer one is not read. Stands in docs/limits.md. */
  static final int MAX_RULE_FILE = 256 << 10;

  /** Files of a folder; the rest is not read. Stands in docs/limits.md. */
  static final int MAX_RULE_FILES = 1_000;

  private static final String ENDING = ".md";

  private final List<Problem> problems = new ArrayList<>();

  private RuleFiles() {}

  /**
   * The rules of all files that end in {@code .md}, folder by folder, in the order of their names.
   *
   * @param folders they need not exist
   */
  public static Parsed<List<RulePage>> read(List<Path> folders) {
    RuleFiles files = new RuleFiles();
    List<RulePage> pages = folders.stream()
        .flatMap(folder -> files.list(folder).stream())
        .flatMap(file -> files.page(file).stream())
        .toList();
    return new Parsed<>(pages, files.problems);
  }

  /** The rule of one file; none where it is no rule. */
  public static Parsed<Optional<RulePage>> read(Path file) {
    RuleFiles files = new RuleFiles();
    Optional<RulePage> page = files.page(file);
    return new Parsed<>(page, files.problems);
  }

  private List<Path> list(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
      if (found.size() > MAX_RULE_FILES) {
        problem(folder, "more than %,d rule files, the rest is not read".formatted(MAX_RULE_FILES));
      }
      return found.subList(0, Math.min(MAX_RULE_FILES, found.size()));
    } catch (IOException e) {
      problem(folder, "cannot be read as a folder of rules: " + e);
      return List.of();
    }
  }

  private Optional<RulePage> page(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        problem(file, "is no regular file, the rule is left out");
        return Optional.empty();
      }
      if (Files.size(file) > MAX_RULE_FILE) {
        problem(file, "longer than %,d bytes, the rule is left out".formatted(MAX_RULE_FILE));
        return Optional.empty();
      }
      Parsed<RulePage> page = RulePageReader.read(file.toString(), Files.readString(file));
      problems.addAll(page.problems());
      return page.problems().isEmpty() ? Optional.of(page.value()) : Optional.empty();
    } catch (CharacterCodingException e) {
      problem(file, "is not UTF-8, the rule is left out");
    } catch (IOException e) {
      problem(file, "cannot be read, the rule is left out: " + e);
    }
    return Optional.empty();
  }

  private void problem(Path where, String what) {
    problems.add(new Problem(where.toString(), what));
  }
}
