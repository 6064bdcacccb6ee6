package dev.chesterton.finding;

import dev.chesterton.finding.rank.Model;
import dev.chesterton.finding.rule.FixesMismatchRule;
import dev.chesterton.finding.rule.HiddenDirectionRule;
import dev.chesterton.finding.rule.PatternRule;
import dev.chesterton.finding.rule.RemovedFixRule;
import dev.chesterton.finding.rule.RemovedGuardRule;
import dev.chesterton.finding.rule.RemovedWorkerRule;
import dev.chesterton.finding.rule.TruthComparedRule;
import dev.chesterton.settings.RuleSettings;
import dev.chesterton.settings.RuleSwitch;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule, in the order they are asked: what an earlier one has told, a later one does not repeat. */
public final class RuleBook {
  private static final List<Rule> CODE = List.of(new RemovedWorkerRule(), new RemovedFixRule(),
      new RemovedGuardRule(), new TruthComparedRule(), new FixesMismatchRule(),
      new HiddenDirectionRule());

  /** Files of the program whose rule is a pattern alone; they are asked after those with code. */
  private static final List<String> PATTERNS = List.of();

  /** Raised whenever the code of a rule finds something else in the same patch: findings that are kept are made again. */
  private static final int CODE_VERSION = 2;

  private final List<Chapter> chapters;

  /** Read when first asked for: rules that need nothing but the patch ask for none. */
  private final Supplier<Model> model;

  /** The one that comes with the program. */
  private static final class ProgramModel {
    static final Model MODEL = Model.ofProgram();
  }

  /** A rule with its page. */
  private record Chapter(Rule rule, Supplier<RulePage> source) {

    RulePage page() {
      return source.get();
    }

    Chapter with(Severity severity) {
      return new Chapter(rule, () -> page().with(severity));
    }
  }

  /** A page of the program, read when first asked for. */
  private static final class ShippedPage implements Supplier<RulePage> {
    private final String id;
    private Optional<RulePage> read = Optional.empty();

    ShippedPage(String id) {
      this.id = id;
    }

    @Override
    public synchronized RulePage get() {
      RulePage page = read.orElseGet(() -> shipped(id));
      read = Optional.of(page);
      return page;
    }
  }

  private RuleBook(List<Chapter> chapters, Supplier<Model> model) {
    this.chapters = chapters;
    this.model = model;
  }

  /** The rules that come with the program. */
  public static RuleBook ofProgram() {
    Stream<Chapter> code = CODE.stream()
        .map(rule -> new Chapter(rule, new ShippedPage(rule.id().value())));
    Stream<Chapter> patterns = PATTERNS.stream()
        .map(RuleBook::shipped)
        .map(page -> new Chapter(rule(page).orElseThrow(), () -> page));
    return new RuleBook(Stream.concat(code, patterns).toList(), () -> ProgramModel.MODEL);
  }

  /**
   * These rules and those of files. A file with the id of a rule that is here replaces it: where the file has no kind, the
   * code stays, and looks for the names of the file.
   *
   * @return with the problem of each file that has neither a kind nor the id of a rule with code
   */
  public Parsed<RuleBook> with(List<RulePage> pages) {
    Map<RuleId, Chapter> all = new LinkedHashMap<>();
    chapters.forEach(chapter -> all.put(chapter.rule().id(), chapter));
    List<Problem> problems = new ArrayList<>();
    for (RulePage page : pages) {
      rule(page).ifPresentOrElse(found -> all.put(page.id(), new Chapter(found, () -> page)),
          () -> problems.add(new Problem(page.file() + ":1",
              "no 'kind' in the head, and no rule with code is named '%s'; the rule is left out"
                  .formatted(page.id()))));
    }
    return new Parsed<>(new RuleBook(List.copyOf(all.values()), model), problems);
  }

  private static Optional<Rule> rule(RulePage page) {
    return page.kind()
        .<Rule>map(kind -> new PatternRule(page.id(), kind))
        .or(() -> CODE.stream().filter(code -> code.id().equals(page.id())).findFirst());
  }

  /** The rules of the program and of the user's folders, as the configuration wants them. */
  public static Parsed<RuleBook> of(RuleSettings settings) {
    Parsed<List<RulePage>> files = RuleFiles.read(settings.folders());
    Parsed<RuleBook> book = ofProgram().with(files.value());
    List<Problem> problems = new ArrayList<>(files.problems());
    problems.addAll(book.problems());
    return new Parsed<>(book.value().with(settings.switches()), problems);
  }

  /** The one rule alone. */
  public RuleBook only(RuleId id) {
    return only(List.of(id));
  }

  /** These rules alone, in the order of this book. */
  public RuleBook only(List<RuleId> ids) {
    return new RuleBook(
        chapters.stream().filter(chapter -> ids.contains(chapter.rule().id())).toList(),
        model);
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
        .toList(), model);
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
            + page.kind() + page.matches() + "\n" + page.markdown())
        .collect(Collectors.joining("\f")) + model.get().version();
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256")
          .digest(texts.getBytes(StandardCharsets.UTF_8));
      return CODE_VERSION + "-" + HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** What patches are ranked by. */
  public Model model() {
    return model.get();
  }

  public List<RulePage> pages() {
    return chapters.stream().map(Chapter::page).toList();
  }

  public Optional<RulePage> page(String id) {
    return pages().stream().filter(page -> page.id().value().equals(id)).findFirst();
  }

  /** All findings on a patch that is worth a look; what an earlier one covers is not told again. */
  public List<Finding> check(UnderReview patch, Losses losses, Reasons reasons) {
    return check(chapters, patch, losses, reasons, true);
  }

  /** All findings on a patch whose rank is low: those of ranked rules are checks at most. */
  public List<Finding> checkLow(UnderReview patch, Losses losses, Reasons reasons) {
    return check(chapters, patch, losses, reasons, false);
  }

  /** Findings of the rules that need nothing but the patch. */
  public List<Finding> checkItself(UnderReview patch) {
    return check(chapters.stream().filter(chapter -> !chapter.rule().readsLosses()).toList(), patch,
        Losses.NONE, Reasons.NONE, false);
  }

  /** Whether {@link #checkItself} tells all there is to tell of a patch whose rank is low, checks of ranked rules aside. */
  public boolean isItselfEnough() {
    return chapters.stream()
        .map(Chapter::rule)
        .allMatch(rule -> rule.isRanked() || !rule.readsLosses());
  }

  /** Whether {@link #checkItself} tells all that these rules find. */
  public boolean readsThePatchAlone() {
    return chapters.stream()
        .map(Chapter::rule)
        .noneMatch(rule -> rule.isRanked() || rule.readsLosses());
  }

  private static List<Finding> check(List<Chapter> chapters, UnderReview patch, Losses losses,
      Reasons reasons, boolean isWorthALook) {
    List<Finding> findings = new ArrayList<>();
    for (Chapter chapter : chapters) {
      for (Finding found : chapter.rule()
          .check(new RuleContext(patch, losses, reasons, chapter.source()))) {
        Finding finding = isWorthALook || !chapter.rule().isRanked() ? found : found.lowered();
        if (findings.stream().noneMatch(told -> told.covers(finding))) {
          findings.add(finding);
        }
      }
    }
    return findings;
  }

  private static RulePage shipped(String id) {
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
