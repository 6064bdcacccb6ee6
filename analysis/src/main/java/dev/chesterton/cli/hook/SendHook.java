package dev.chesterton.cli.hook;

import dev.chesterton.cli.Failure;
import dev.chesterton.cli.Outside;
import dev.chesterton.cli.Printable;
import dev.chesterton.finding.RuleBook;
import dev.chesterton.index.StoreException;
import dev.chesterton.settings.Settings;
import dev.chesterton.settings.SettingsReader;
import dev.chesterton.settings.Surroundings;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One call for one mail. Git calls once for each mail before it sends any, and the first call that fails stops them all;
 * so what there is to tell of a series is told at its last mail. Whatever goes wrong here is no reason to hold mail back:
 * it is one line, and the mail goes, unless the user wants it otherwise.
 */
public final class SendHook {
  private final HookCall call;
  private final Outside outside;
  private final Settings settings;
  private final Optional<Sender> sender;
  private final ReadLimits limits;
  private final String name;

  private SendHook(HookCall call, Outside outside, Settings settings, Optional<Sender> sender) {
    this.call = call;
    this.outside = outside;
    this.settings = settings;
    this.sender = sender;
    this.limits = ReadLimits.of(settings.limits());
    this.name = String.valueOf(call.mail().getFileName());
  }

  /** Checks a mail, and prints what there is to say; never throws. */
  public static Decision run(HookCall call, Outside outside, Optional<Sender> sender) {
    try {
      Settings settings = settings(outside);
      return new SendHook(call, outside, settings, sender).inTime(settings.check().hookTimeout());
    } catch (IOException | RuntimeException e) {
      return new Apology(outside, call.strict()).decide(words(e));
    }
  }

  private static Settings settings(Outside outside) throws IOException {
    Path home = Path.of(outside.environment().getOrDefault("HOME", "/"));
    return new SettingsReader(
        new Surroundings(outside.environment(), home, outside.directory()))
        .read(Optional.empty(),
            RepositoryConfig.of(outside.environment(), outside.directory()), List.of());
  }

  /** In a thread of its own, which ends with the process where it takes too long. */
  private Decision inTime(Duration most) {
    FutureTask<Decision> task = new FutureTask<>(this::checkOrTell);
    Thread.ofPlatform().daemon().name("check").start(task);
    try {
      return task.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return trouble("gave up after %d s (chesterton.hookTimeout)".formatted(most.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return trouble("interrupted");
    } catch (ExecutionException e) {
      return trouble(words(e.getCause() == null ? e : e.getCause()));
    }
  }

  private Decision checkOrTell() {
    try {
      return check();
    } catch (IOException | RuntimeException e) {
      return trouble(words(e));
    }
  }

  private static String words(Throwable failure) {
    return switch (failure) {
      case NoSuchFileException missing -> "no file '" + missing.getFile() + "'";
      case FileSystemException refused -> "'" + refused.getFile() + "': "
          + Optional.ofNullable(refused.getReason())
              .orElse(refused.getClass().getSimpleName());
      case Exception known -> Failure.message(known);
      case Throwable other -> other.toString();
    };
  }

  private Decision check() throws IOException {
    OutgoingMail mail = OutgoingMail.of(name, read(), outside.clock().instant(), limits);
    Optional<SeriesPlace> place = sender.flatMap(known -> SeriesPlace.of(call.mail(),
        mail::subject, known, outside.environment()))
        .filter(known -> known.total() > 1);
    return place.isPresent() ? ofSeries(mail, place.get()) : alone(mail);
  }

  private byte[] read() throws IOException {
    try (InputStream in = Files.newInputStream(outside.directory().resolve(call.mail()))) {
      // One byte more than the limit, so that a cut is noticed.
      return in.readNBytes(limits.maxMessageBytes() + 1);
    }
  }

  private Decision alone(OutgoingMail mail) throws IOException {
    Report report = new Report(outside, settings, call.verbose());
    if (mail.isPatch()) {
      try (PatchCheck check = open()) {
        report.add(mail, check.findings(List.of(mail), List.of(mail)).getFirst());
        return report.end(check.asked(), 1);
      }
    }
    return report.end("nothing", 0);
  }

  /** Each mail is looked at by itself; those with findings again at the end, beside all that is sent along. */
  private Decision ofSeries(OutgoingMail mail, SeriesPlace place) throws IOException {
    SeriesSoFar series = soFar();
    Optional<String> trouble = series.trouble();
    if (trouble.isEmpty() && mail.isPatch()) {
      try (PatchCheck check = open()) {
        series.add(mail, place.number(), isToBeLookedAtAgain(check, mail));
        return place.isLast() ? told(series, check) : Decision.PASS;
      }
    }
    if (!place.isLast()) {
      return Decision.PASS;
    }
    if (trouble.isPresent()) {
      series.forget();
      return new Apology(outside, isStrict()).decide(trouble.get());
    }
    try (PatchCheck check = open()) {
      return told(series, check);
    }
  }

  private Decision told(SeriesSoFar series, PatchCheck check) throws IOException {
    Report report = new Report(outside, settings, call.verbose());
    int patches = series.patches();
    if (series.hasFlagged()) {
      List<SeriesSoFar.Seen> all = series.all(limits);
      List<OutgoingMail> mails = new ArrayList<>();
      all.forEach(seen -> mails.add(seen.mail()));
      List<OutgoingMail> flagged = all.stream()
          .filter(SeriesSoFar.Seen::flagged)
          .map(SeriesSoFar.Seen::mail)
          .toList();
      List<List<Told>> told = patiently(check, flagged, mails);
      for (int i = 0; i < flagged.size(); i++) {
        report.add(flagged.get(i), told.get(i));
      }
    }
    series.forget();
    return report.end(check.asked(), patches);
  }

  /** A server that is asked too often is asked about the rest at the end, all at once. */
  private static boolean isToBeLookedAtAgain(PatchCheck check, OutgoingMail mail)
      throws IOException {
    try {
      return !check.findings(List.of(mail), List.of(mail)).getFirst().isEmpty();
    } catch (ServerBusy e) {
      return true;
    }
  }

  /** At the end there is no later; the time for it all is limited. */
  private static List<List<Told>> patiently(PatchCheck check, List<OutgoingMail> asked,
      List<OutgoingMail> series) throws IOException {
    while (true) {
      try {
        return check.findings(asked, series);
      } catch (ServerBusy e) {
        await(Duration.ofSeconds(Math.max(1, e.seconds())));
      }
    }
  }

  private static void await(Duration time) throws IOException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private SeriesSoFar soFar() throws IOException {
    Path home = Path.of(outside.environment().getOrDefault("HOME", "/"));
    return SeriesSoFar.of(
        new Surroundings(outside.environment(), home, outside.directory()).cacheHome(),
        sender.orElseThrow());
  }

  /** The server where one is set, else the store, else the rules alone: where nobody has made a store, that is no fault. */
  private PatchCheck open() {
    if (settings.check().server().isPresent()) {
      return new ServerCheck(settings.check().server().get(), settings.check().hookTimeout(),
          settings.rules());
    }
    RuleBook rules = RuleBook.of(settings.rules()).value();
    if (Files.isDirectory(settings.store())) {
      return new StoreCheck(settings, rules);
    }
    if (settings.isStoreNamed()) {
      throw new StoreException(StoreException.Reason.MISSING,
          "no store in '" + settings.store() + "'", null);
    }
    return new RulesAlone(rules);
  }

  private boolean isStrict() {
    return call.strict() || settings.check().hookStrict();
  }

  /** Told at the last mail of a series, once for all of them; at once where that is not to be known, or mail is held. */
  private Decision trouble(String what) {
    Apology apology = new Apology(outside, isStrict());
    if (isStrict() || sender.isEmpty()) {
      return apology.decide(what);
    }
    try {
      OutgoingMail mail = OutgoingMail.of(name, read(), outside.clock().instant(), limits);
      Optional<SeriesPlace> place = SeriesPlace.of(call.mail(), mail::subject, sender.get(),
          outside.environment());
      if (place.isEmpty() || place.get().isLast()) {
        return apology.decide(what);
      }
      soFar().keepTrouble(what);
      return Decision.PASS;
    } catch (IOException | RuntimeException e) {
      return apology.decide(what);
    }
  }

  /** The one line where something went wrong. */
  private record Apology(Outside outside, boolean strict) {

    Decision decide(String what) {
      outside.err()
          .println("chesterton: " + Printable.of(what.replaceAll("\\s+", " ").strip())
              + (strict ? "; not checked, so nothing is sent (chesterton.hookStrict)"
                  : "; sent without a check"));
      return strict ? Decision.HELD : Decision.LET_GO;
    }
  }
}
