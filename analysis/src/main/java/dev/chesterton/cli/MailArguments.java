package dev.chesterton.cli;

import dev.chesterton.index.Index;
import dev.chesterton.index.StoreException;
import dev.chesterton.index.StoredMail;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Mails as the command line names them: a file, standard input as {@code -}, or a Message-ID of the store. */
final class MailArguments {
  private final Session session;

  MailArguments(Session session) {
    this.session = session;
  }

  /** The mails of an argument, in the order of the file, at least one. */
  List<Parsed<Posting>> read(String argument) {
    if (argument.equals("-")) {
      return List.of(parse(MailSources.single(standardInput(), Path.of("-"), session.limits())));
    }
    Path file = session.resolve(argument);
    return Files.exists(file) ? ofFile(file) : List.of(ofStore(argument));
  }

  /** Whether an argument is a Message-ID rather than a file or standard input. */
  boolean isOfStore(String argument) {
    return !argument.equals("-") && !Files.exists(session.resolve(argument));
  }

  private byte[] standardInput() {
    try {
      byte[] read = session.outside().in().readNBytes(session.limits().maxMessageBytes() + 1);
      if (read.length == 0) {
        throw new InputException(ExitCode.BAD_INPUT,
            "nothing on standard input; '-' reads a mail from there");
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read standard input: " + e.getMessage(), e);
    }
  }

  private List<Parsed<Posting>> ofFile(Path file) {
    refuseEmpty(file);
    List<Parsed<Posting>> mails = new ArrayList<>();
    for (MailSource source : MailSources.open(file, session.limits())) {
      try (Reading reading = source.since(Checkpoint.START)) {
        reading.arrivals().forEach(arrival -> {
          switch (arrival) {
            case Arrival.Arrived(RawMail mail, _) -> mails.add(parse(mail));
            case Arrival.Skipped(Problem problem, _, _) -> session.outside()
                .err()
                .println("W: " + Printable.of(problem
                    .toString()));
            case Arrival.Removed _ -> {
            }
          }
        });
      }
    }
    if (mails.isEmpty()) {
      throw new InputException(ExitCode.BAD_INPUT, "no mail in '" + file + "'");
    }
    return mails;
  }

  private static void refuseEmpty(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) == 0) {
        throw new InputException(ExitCode.BAD_INPUT,
            "'" + file + "' is empty; name a mail or mailbox");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read '" + file + "': " + e.getMessage(), e);
    }
  }

  private Parsed<Posting> parse(RawMail raw) {
    return PatchParser.read(raw, session.limits());
  }

  private Parsed<Posting> ofStore(String argument) {
    MessageId id = new MessageId(argument.replaceAll("^<|>$", ""));
    try (Index index = storeOf(argument)) {
      StoredMail mail = index.mail(id)
          .orElseThrow(() -> new InputException(ExitCode.NO_INPUT, "'" + argument
              + "' is neither a file nor a Message-ID of the store " + session.settings().store()));
      return new Parsed<>(mail.posting(), mail.problems());
    }
  }

  /** The store, for an argument that is no file; where there is none, neither is said to be there. */
  Index storeOf(String argument) {
    try {
      return session.openIndex();
    } catch (StoreException e) {
      if (e.reason() != StoreException.Reason.MISSING) {
        throw e;
      }
      throw new InputException(ExitCode.NO_INPUT, "no file '" + argument + "', and "
          + e.getMessage());
    }
  }
}
