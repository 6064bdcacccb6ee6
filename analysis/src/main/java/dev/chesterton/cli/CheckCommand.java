package dev.chesterton.cli;

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
import dev.chesterton.review.ReviewJson;
import dev.chesterton.review.ReviewText;
import dev.chesterton.review.Reviewer;
import dev.chesterton.review.Screening;
import dev.chesterton.source.Parsed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "check", description = "flag what a patch takes away that was needed, with the evidence")
final class CheckCommand extends Verb {

  /** More patches than any list has. */
  private static final int MOST_PATCHES = 10_000_000;

  private final Session session;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text, terse, json or jsonl (default: ${DEFAULT-VALUE})")
  private Format format = Format.text;

  @Option(names = "--terse", description = "the same as --format=terse: one line for each finding")
  private boolean terse;

  @Option(names = "--fail-on", paramLabel = "SEVERITY", description = "least severity that ends with 1: error, warning, check or never"
      + " (default: chesterton.failOn, else warning)")
  private Optional<FailOn> failOn = Optional.empty();

  @Option(names = "--as-of", paramLabel = "WHEN", description = "now, sent, or a date: later evidence is left out (default: ${DEFAULT-VALUE})")
  private String asOf = "now";

  @Option(names = "--all", description = "check every patch of the store, or of one list of it")
  private boolean all;

  @Option(names = "--list", paramLabel = "NAME", description = "with --all: only patches of this list")
  private Optional<String> list = Optional.empty();

  @Parameters(paramLabel = "MSGID|FILE|-", arity = "0..*", description = "a patch of the store, a mail or mailbox, or - for standard input")
  private List<String> arguments = new ArrayList<>();

  /** The names are what users write. */
  enum Format {
    text, terse, json, jsonl
  }

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
      throw new InputException(ExitCode.USAGE, "name a patch (MSGID, FILE or -), or use --all");
    }
    AsOf bound = asOf();
    Optional<RemoteCheck> remote = RemoteCheck.of(session, chosenFormat().name(), this::fails)
        .filter(server -> !all && server.takes(arguments));
    if (remote.isPresent()) {
      return remote.get().run(arguments, bound);
    }
    try (Index index = openIndex();
        Session.Trees trees = session.trees()) {
      Reviewer reviewer = new Reviewer(index, session.rules(), trees);
      return all ? checkAll(reviewer, index, bound) : checkNamed(reviewer, bound);
    }
  }

  /** Files are checked without a store, too; what is asked by id lies in one. */
  private Index openIndex() {
    MailArguments mails = new MailArguments(session);
    return all || arguments.stream().anyMatch(mails::isOfStore) ? session.openIndex()
        : session.openIndexIfThere();
  }

  private ExitCode checkNamed(Reviewer reviewer, AsOf bound) {
    List<Review> reviews = arguments.stream()
        .flatMap(argument -> review(argument, reviewer, bound).stream())
        .toList();
    print(reviews);
    return exitCode(reviews.stream().anyMatch(this::fails));
  }

  /**
   * One patch in memory at a time. As lines of JSON every patch that takes something away is printed, with its rank; in
   * other formats those without findings print nothing. Findings are looked for where the rank is worth it.
   */
  private ExitCode checkAll(Reviewer reviewer, Index index, AsOf bound) {
    Criterion patches = new Criterion.OfKind(List.of(Criterion.Kind.PATCH));
    Criterion wanted = list
        .<Criterion>map(name -> Criterion.all(patches, new Criterion.Labelled(Criterion.Label.LIST,
            name)))
        .orElse(patches);
    boolean fails = false;
    boolean ranks = chosenFormat() == Format.jsonl;
    for (Head head : index
        .search(new SearchQuery(wanted, SearchQuery.Order.OLDEST, 0, MOST_PATCHES))
        .heads()) {
      MessageId id = new MessageId(head.key());
      Optional<Screening> seen = reviewer.screen(id, bound);
      if (ranks) {
        seen.ifPresent(known -> session.outside().out().println(RankJson.line(id, known)));
      } else if (seen.filter(known -> !known.findings().isEmpty()).isPresent()) {
        print(reviewer.review(id, bound).stream().toList());
      }
      fails |= fails(seen.flatMap(Screening::severity));
    }
    return exitCode(fails);
  }

  private static ExitCode exitCode(boolean fails) {
    return fails ? ExitCode.FOUND_OR_NO_MATCH : ExitCode.OK;
  }

  private List<Review> review(String argument, Reviewer reviewer, AsOf bound) {
    List<Parsed<Posting>> mails = new MailArguments(session).read(argument);
    List<Posting> postings = mails.stream().map(Parsed::value).toList();
    List<Review> reviews = postings.stream()
        .filter(posting -> posting instanceof Patch)
        .map(posting -> reviewer.reviewOf((Patch) posting, postings, bound))
        .toList();
    if (reviews.isEmpty()) {
      throw new InputException(ExitCode.BAD_INPUT, "no patch in '" + argument + "'");
    }
    return reviews;
  }

  private Format chosenFormat() {
    return terse ? Format.terse : all && format == Format.json ? Format.jsonl : format;
  }

  private void print(List<Review> reviews) {
    switch (chosenFormat()) {
      case text -> reviews.forEach(
          review -> session.outside().out().print(Printable.lines(ReviewText.full(review))));
      case terse -> reviews.forEach(
          review -> session.outside().out().print(Printable.lines(ReviewText.terse(review))));
      case jsonl ->
        reviews.forEach(review -> session.outside().out().println(ReviewJson.of(review)));
      case json -> session.outside().out().println(ReviewJson.document(reviews));
    }
  }

  private boolean fails(Review review) {
    return fails(review.severity());
  }

  private boolean fails(Optional<Severity> severity) {
    FailOn least = failOn.orElseGet(
        () -> FailOn.valueOf(session.settings().rules().failOn().name().toLowerCase(Locale.ROOT)));
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
}
