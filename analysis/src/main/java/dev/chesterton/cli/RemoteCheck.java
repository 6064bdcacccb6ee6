package dev.chesterton.cli;

import dev.chesterton.cli.hook.CheckServer;
import dev.chesterton.cli.hook.ServerFindings;
import dev.chesterton.cli.hook.Told;
import dev.chesterton.finding.Severity;
import dev.chesterton.review.AsOf;
import dev.chesterton.settings.Origin;
import dev.chesterton.settings.SettingKey;
import dev.chesterton.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * {@code check} where {@code chesterton.checkServer} is set: files go to the server, and what it answers is printed. A
 * store that the command line names is asked in its place.
 */
final class RemoteCheck {

  /** What {@code POST /api/check} takes. */
  private static final int MOST_BYTES = 1 << 20;

  /** Harmless in JSON and not on a terminal; they stand in strings only. */
  private static final Pattern CONTROL = Pattern
      .compile("[\\x7f-\\x9f\\u200b-\\u200f\\u2028-\\u202e\\u2066-\\u2069]");

  private final Session session;
  private final CheckServer server;
  private final String format;
  private final Predicate<Optional<Severity>> fails;

  private RemoteCheck(Session session, CheckServer server, String format,
      Predicate<Optional<Severity>> fails) {
    this.session = session;
    this.server = server;
    this.format = format;
    this.fails = fails;
  }

  /**
   * The check by a server; empty where none is set, or a store is named beside.
   *
   * @param format as users write it
   * @param fails whether the strongest finding of a patch makes the check fail
   */
  static Optional<RemoteCheck> of(Session session, String format,
      Predicate<Optional<Severity>> fails) {
    Settings settings = session.settings();
    boolean isStoreMeant = settings.origin(SettingKey.STORE)
        .filter(Origin.CommandLine.class::isInstance)
        .isPresent();
    return settings.check()
        .server()
        .filter(_ -> !isStoreMeant)
        .map(address -> new RemoteCheck(session,
            new CheckServer(address, settings.check().hookTimeout()), format, fails));
  }

  /** Whether all that is named can be sent there: files and standard input, no ids. */
  boolean takes(List<String> arguments) {
    MailArguments mails = new MailArguments(session);
    return arguments.stream().noneMatch(mails::isOfStore);
  }

  ExitCode run(List<String> arguments, AsOf asOf) {
    String when = switch (asOf) {
      case AsOf.Now _ -> "";
      case AsOf.Sent _ -> "as-of=sent";
      case AsOf.At _ -> throw new InputException(ExitCode.USAGE,
          "the server of chesterton.checkServer knows --as-of now and sent; a date needs --store");
    };
    boolean fails = false;
    for (String argument : arguments) {
      fails |= print(ask(argument, when));
    }
    return fails ? ExitCode.FOUND_OR_NO_MATCH : ExitCode.OK;
  }

  private byte[] ask(String argument, String when) {
    String only = isJson() ? "" : CheckServer.FINDINGS;
    try {
      return server.ask(bytes(argument),
          only.isEmpty() || when.isEmpty() ? only + when : only + "&" + when);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private boolean isJson() {
    return switch (format) {
      case "text", "terse" -> false;
      case "json", "jsonl" -> true;
      default -> throw new InputException(ExitCode.USAGE, "--format " + format
          + " needs a store; name one with --store, or unset chesterton.checkServer");
    };
  }

  private byte[] bytes(String argument) throws IOException {
    try (InputStream in = argument.equals("-") ? session.outside().in()
        : Files.newInputStream(session.resolve(argument))) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new InputException(ExitCode.BAD_INPUT,
            "'" + argument + "' is longer than the 1 MiB the server takes");
      }
      return bytes;
    }
  }

  /** Whether the check fails by what is printed. */
  private boolean print(byte[] answer) {
    List<List<Told>> all = findings(answer);
    boolean isSilent = all.stream().allMatch(List::isEmpty);
    if (session.isVerbose() || !isSilent && !session.isQuiet()) {
      session.outside().err().println("chesterton: asked " + Printable.of(server.address()));
    }
    if (isJson()) {
      session.outside().out().println(harmless(new String(answer, StandardCharsets.UTF_8)));
    } else {
      all.forEach(told -> told.forEach(this::print));
    }
    return all.stream()
        .anyMatch(told -> fails.test(told.stream().map(Told::severity).max(Severity::compareTo)));
  }

  private List<List<Told>> findings(byte[] answer) {
    try {
      List<List<Told>> all = new ArrayList<>();
      for (List<Told> told : ServerFindings.read(answer)) {
        all.add(told.stream()
            .flatMap(one -> one.as(session.settings().rules()).stream())
            .toList());
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("no check by " + server.address() + ": " + e.getMessage(), e);
    }
  }

  private void print(Told told) {
    session.outside().out().println(Printable.of(told.line()));
    if (format.equals("text") && !told.evidence().isEmpty()) {
      session.outside()
          .out()
          .println("    " + Printable.of(String.join(", ", told.evidence())));
    }
  }

  private static String harmless(String json) {
    return CONTROL.matcher(json.strip())
        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
  }
}
