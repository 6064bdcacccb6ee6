package dev.chesterton.finding;

import dev.chesterton.finding.rule.RemovedFixRule;
import dev.chesterton.finding.rule.RemovedGuardRule;
import dev.chesterton.finding.rule.RemovedWorkerRule;
import dev.chesterton.settings.RuleSwitch;
import dev.chesterton.source.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule, in the order they are asked: what an earlier one has told, a later one does not repeat. */
public final class RuleBook {
  private static final List<Rule> RULES = List.of(new RemovedWorkerRule(), new RemovedFixRule(),
      new RemovedGuardRule());

  /** Raised whenever the code of a rule finds something else in the same patch: findings that are kept are made again. */
  private static final int CODE_VERSION = 1;

  private final List<Chapter> chapters;

  /** A rule with its page. */
  private record Chapter(Rule rule, RulePage page) {

    Chapter with(Severity severity) {
      return new Chapter(rule, page.with(severity));
    }
  }

  private RuleBook(List<Chapter> chapters) {
    this.chapters = chapters;
  }

  /** The rules that come with the program. */
  public static RuleBook ofProgram() {
    return new RuleBook(RULES.stream().map(rule -> new Chapter(rule, page(rule.id()))).toList());
  }

  /**
   * These rules as the configuration wants them: some off, some with another severity.
   *
   * @param switches by rule id; a rule that is not in it stays as it is
   */
  public RuleBook with(Map<String, RuleSwitch> switches) {
    return new RuleBook(chapters.stream()
        .flatMap(chapter -> switched(chapter,
            switches.getOrDefault(chapter.rule().id().value(), RuleSwitch.ON)))
        .toList());
  }

  private static Stream<Chapter> switched(Chapter chapter, RuleSwitch to) {
    return switch (to) {
      case ON -> Stream.of(chapter);
      case OFF -> Stream.empty();
      case ERROR -> Stream.of(chapter.with(Severity.ERROR));
      case WARNING -> Stream.of(chapter.with(Severity.WARNING));
      case CHECK -> Stream.of(chapter.with(Severity.CHECK));
    };
  }

  /** Another one wherever what the rules find, or say of it, may be another thing. */
  public String version() {
    String texts = pages().stream()
        .map(page -> page.id() + "\n" + page.title() + "\n" + page.severity() + "\n"
            + page.matches() + "\n" + page.markdown())
        .collect(Collectors.joining("\f"));
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256")
          .digest(texts.getBytes(StandardCharsets.UTF_8));
      return CODE_VERSION + "-" + HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  public List<RulePage> pages() {
    return chapters.stream().map(Chapter::page).toList();
  }

  public Optional<RulePage> page(String id) {
    return pages().stream().filter(page -> page.id().value().equals(id)).findFirst();
  }

  /** All findings on a patch; what an earlier one covers is not told again. */
  public List<Finding> check(Losses losses, Reasons reasons) {
    List<Finding> findings = new ArrayList<>();
    for (Chapter chapter : chapters) {
      for (Finding finding : chapter.rule()
          .check(new RuleContext(losses, reasons, chapter.page()))) {
        if (findings.stream().noneMatch(told -> told.covers(finding))) {
          findings.add(finding);
        }
      }
    }
    return findings;
  }

  private static RulePage page(RuleId id) {
    String file = "rules/" + id + ".md";
    try (InputStream stream = RuleBook.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("no page for rule " + id);
      }
      Parsed<RulePage> page = RulePageReader.read(file,
          new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      if (!page.problems().isEmpty()) {
        throw new IllegalStateException(page.problems().getFirst().toString());
      }
      return page.value();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
