package dev.chesterton.cli;

import dev.chesterton.cli.manual.Prose;
import dev.chesterton.finding.Severity;
import dev.chesterton.index.Criterion;
import dev.chesterton.index.Head;
import dev.chesterton.index.Index;
import dev.chesterton.index.SearchQuery;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.review.AsOf;
import dev.chesterton.review.RankJson;
import dev.chesterton.review.Review;
import dev.chesterton.review.Reviewer;
import dev.chesterton.review.Screening;
import dev.chesterton.source.Parsed;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks patches over and prints what was found; the forms are those of {@link CheckFormat}. */
@Command(name = "check", description = "flag what a patch takes away that was needed, with the evidence", footerHeading = "%n", footer = {
  "Ends with 0 when nothing is to tell, with 1 when something is at least as",
  "severe as --fail-on. docs/check.md describes the forms."})
final class CheckCommand extends Verb {

  /** More patches than any list has. */
  private static final int MOST_PATCHES = 10_000_000;

  private final Session session;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text, terse, json, jsonl, sarif, b4, b4lines or patchwork (default: ${DEFAULT-VALUE})")
  private CheckFormat format = CheckFormat.text;

  @Option(names = "--terse", description = "the same as --format=terse: one line for each finding")
  private boolean terse;

  @Option(names = "--fail-on", paramLabel = "SEVERITY", description = "least severity that ends with 1: error, warning, check or never"
      + " (default: chesterton.failOn, else warning)")
  private Optional<FailOn> failOn = Optional.empty();

  @Option(names = "--strict", description = "checks count as warnings do: they end with 1, and b4 and patchwork are told of them")
  private boolean strict;

  @Option(names = "--rule", paramLabel = "ID", description = "ask this rule only; may be given many times")
  private List<String> rules = new ArrayList<>();

  @Option(names = "--as-of", paramLabel = "WHEN", description = "now, sent, or a date: later evidence is left out (default: ${DEFAULT-VALUE})")
  private String asOf = "now";

  @Option(names = "--all", description = "check every patch of the store, or of one list of it")
  private boolean all;

  @Option(names = "--list", paramLabel = "NAME", description = "with --all: only patches of this list")
  private Optional<String> list = Optional.empty();

  @Option(names = "--repo", paramLabel = "DIR", description = "repository of a range, and of what patches apply to: whole functions are read there, and who put up the lines that go (default: chesterton.repo)")
  private Optional<String> repository = Optional.empty();

  @Option(names = "--base", paramLabel = "REV", description = "commit the patches apply to (default: their base-commit, else the first that fits of the last 32)")
  private Optional<String> base = Optional.empty();

  @Option(names = "-z", description = "end each record with NUL in place of a line end: a finding in terse, a patch in text and jsonl, else the document")
  private boolean nul;

  @Parameters(paramLabel = "MSGID|FILE|A..B|-", arity = "0..*", description = "a patch of the store, a mail or mailbox, commits of the repository, or - for standard input")
  private List<String> arguments = new ArrayList<>();

  /** The names are what users write. */
  enum FailOn {
    error, warning, check, never
  }

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  ExitCode run() {
    if (all == !arguments.isEmpty()) {
      throw new InputException(ExitCode.USAGE,
          "name a patch (MSGID, FILE, A..B or -), or use --all");
    }
    AsOf bound = asOf();
    CheckFormat form = form();
    if (form.isForB4()) {
      return new B4Check(session, form, strict).run(arguments, bound, this::opened, this::fails);
    }
    Optional<RemoteCheck> remote = RemoteCheck.of(session, form.name(), this::fails)
        .filter(server -> isForAServer() && server.takes(arguments));
    if (remote.isPresent()) {
      return remote.get().run(arguments, bound);
    }
    try (OpenedCheck opened = opened(session)) {
      CheckOutput output = new CheckOutput(session, form, nul, strict, opened.rules().pages());
      return all ? checkAll(opened, output, bound) : checkNamed(opened, output, bound);
    }
  }

  private OpenedCheck opened(Session world) {
    boolean needsRepository = base.isPresent()
        || arguments.stream().anyMatch(this::isRange);
    return OpenedCheck.open(world,
        new OpenedCheck.Wanted(rules, repository, base, needsRepository, store(world)));
  }

  /** Files are checked without a store, too, by the rules that need none. */
  private Supplier<Index> store(Session world) {
    MailArguments mails = new MailArguments(world);
    return all ? world::openIndex
        : arguments.stream()
            .filter(argument -> !isRange(argument) && mails.isOfStore(argument))
            .findFirst()
            .<Supplier<Index>>map(argument -> () -> mails.storeOf(argument))
            .orElse(world::openIndexIfThere);
  }

  /** Mails as they are; what is asked of a repository or by chosen rules is asked here. */
  private boolean isForAServer() {
    return !all && rules.isEmpty() && repository.isEmpty() && base.isEmpty();
  }

  private ExitCode checkNamed(OpenedCheck opened, CheckOutput output, AsOf bound) {
    boolean fails = false;
    Reviewer reviewer = opened.reviewer();
    for (String argument : arguments) {
      List<Review> reviews = isRange(argument) ? reviews(argument, opened, bound)
          : reviews(argument, reviewer, bound);
      MailLines lines = lines(argument);
      reviews.forEach(review -> output.add(review, lines));
      fails |= reviews.stream().map(Review::severity).anyMatch(this::fails);
    }
    output.end();
    return exitCode(fails);
  }

  /**
   * One patch in memory at a time. As lines of JSON every patch that takes something away is printed, with its rank; in
   * other formats those without findings print nothing. Findings are looked for where the rank is worth it.
   */
  private ExitCode checkAll(OpenedCheck opened, CheckOutput output, AsOf bound) {
    Criterion patches = new Criterion.OfKind(List.of(Criterion.Kind.PATCH));
    Criterion wanted = list
        .<Criterion>map(name -> Criterion.all(patches, new Criterion.Labelled(Criterion.Label.LIST,
            name)))
        .orElse(patches);
    boolean fails = false;
    boolean ranks = form() == CheckFormat.jsonl;
    Reviewer reviewer = opened.reviewerOfMany();
    for (Head head : opened.index()
        .search(new SearchQuery(wanted, SearchQuery.Order.OLDEST, 0, MOST_PATCHES))
        .heads()) {
      MessageId id = new MessageId(head.key());
      Optional<Screening> seen = reviewer.screen(id, bound);
      if (ranks) {
        seen.ifPresent(known -> output.record(RankJson.line(id, known)));
      } else if (seen.filter(known -> !known.findings().isEmpty()).isPresent()) {
        reviewer.review(id, bound).ifPresent(review -> output.add(review, MailLines.none()));
      }
      fails |= fails(seen.flatMap(Screening::severity));
    }
    output.end();
    return exitCode(fails);
  }

  private static ExitCode exitCode(boolean fails) {
    return fails ? ExitCode.FOUND_OR_NO_MATCH : ExitCode.OK;
  }

  private MailLines lines(String argument) {
    return argument.equals("-") || isRange(argument) ? MailLines.none()
        : MailLines.of(argument, session.resolve(argument));
  }

  /** A file may be named like a range. */
  private boolean isRange(String argument) {
    return CheckRepository.isRange(argument) && !Files.exists(session.resolve(argument));
  }

  private List<Review> reviews(String argument, OpenedCheck opened, AsOf bound) {
    CheckRepository.Range range = opened.repository().orElseThrow().range(argument);
    return reviews(argument, range.postings(), opened.reviewer(range.parents()), bound);
  }

  private List<Review> reviews(String argument, Reviewer reviewer, AsOf bound) {
    List<Parsed<Posting>> mails = new MailArguments(session).read(argument);
    return reviews(argument, mails.stream().map(Parsed::value).toList(), reviewer, bound);
  }

  private static List<Review> reviews(String argument, List<Posting> postings, Reviewer reviewer,
      AsOf bound) {
    List<Review> reviews = postings.stream()
        .filter(posting -> posting instanceof Patch)
        .map(posting -> reviewer.reviewOf((Patch) posting, postings, bound))
        .toList();
    if (reviews.isEmpty()) {
      throw new InputException(ExitCode.BAD_INPUT, "no patch in '" + argument + "'");
    }
    return reviews;
  }

  private CheckFormat form() {
    return terse ? CheckFormat.terse
        : all && format == CheckFormat.json ? CheckFormat.jsonl : format;
  }

  private boolean fails(Optional<Severity> severity) {
    FailOn least = failOn.orElseGet(() -> strict ? FailOn.check
        : FailOn.valueOf(session.settings().rules().failOn().name().toLowerCase(Locale.ROOT)));
    return least != FailOn.never && severity
        .filter(found -> found
            .compareTo(Severity.valueOf(least.name().toUpperCase(Locale.ROOT))) >= 0)
        .isPresent();
  }

  private AsOf asOf() {
    return switch (asOf) {
      case "now" -> new AsOf.Now();
      case "sent" -> new AsOf.Sent();
      default -> new AsOf.At(instant(asOf));
    };
  }

  private static Instant instant(String text) {
    try {
      return text.contains("T") ? Instant.parse(text)
          : LocalDate.parse(text)
              .plusDays(1)
              .atStartOfDay()
              .toInstant(ZoneOffset.UTC)
              .minusSeconds(1);
    } catch (DateTimeParseException e) {
      throw new InputException(ExitCode.USAGE, "--as-of '" + text
          + "' is none of now, sent, a date (2022-06-24) or an instant (2022-06-24T12:00:00Z)");
    }
  }

  @Override
  public Prose prose() {
    return new Prose(List.of(),
        List.of(
            new Prose.Example("chesterton check 0001-btrfs-remove-a-worker.patch",
                "A patch before it is sent:"),
            new Prose.Example("chesterton check --terse *.patch >errors\nvim -q errors",
                "Findings as a list for an editor:"),
            new Prose.Example("chesterton check 20220624122334.80603-1-hch@lst.de",
                "A patch of the store, as of now:"),
            new Prose.Example("chesterton check --as-of sent --format json MSGID",
                "With what was known when it was sent, for a program:")),
        List.of("chesterton-explain", "chesterton-rules", "git-format-patch(1)",
            "git-send-email(1)"));
  }
}
