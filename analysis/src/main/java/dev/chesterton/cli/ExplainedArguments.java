package dev.chesterton.cli;

import dev.chesterton.index.Index;
import dev.chesterton.link.Known;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.Posting;
import dev.chesterton.review.Explainer;
import dev.chesterton.review.Explanation;
import dev.chesterton.source.Parsed;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Explains commits and mails as the command line names them, one after the other, and tells of those it cannot. */
final class ExplainedArguments {
  private static final String STANDARD_INPUT = "-";

  private final Session session;
  private final Known known;
  private boolean complete = true;

  ExplainedArguments(Session session, Known known) {
    this.session = session;
    this.known = known;
  }

  /** Whether something was known of each of them. */
  boolean isComplete() {
    return complete;
  }

  List<Explanation> explain(List<String> arguments) {
    arguments.stream().filter(argument -> !isMailAtHand(argument)).forEach(this::check);
    try (Index index = session.openIndex()) {
      Explainer explainer = new Explainer(index, known);
      return arguments.stream().flatMap(argument -> explain(argument, explainer, index)).toList();
    }
  }

  /** Wrong usage is told before a store is looked for. */
  private void check(String argument) {
    if (argument.contains("/") || argument.contains(".") && !argument.contains("@")) {
      throw new InputException(ExitCode.NO_INPUT, "no file '" + session.resolve(argument) + "'");
    }
    LinkRun.check(argument);
  }

  /** A file whose name could be a commit is one when it is written with a folder: {@code ./1234567}. */
  private boolean isMailAtHand(String argument) {
    return argument.equals(STANDARD_INPUT)
        || !isHex(argument) && Files.exists(session.resolve(argument));
  }

  private static boolean isHex(String argument) {
    return LinkRun.HEX.matcher(argument.toLowerCase(Locale.ROOT)).matches();
  }

  private Stream<Explanation> explain(String argument, Explainer explainer, Index index) {
    if (isMailAtHand(argument)) {
      return atHand(argument, explainer);
    }
    Optional<Explanation> found = isHex(argument)
        ? explainer.commit(argument.toLowerCase(Locale.ROOT))
        : ofStore(LinkRun.messageId(argument), explainer);
    if (found.isEmpty()) {
      none(argument, argument.contains("@")
          ? LinkRun.whyNone(LinkRun.messageId(argument), index, known)
          : LinkRun.UNKNOWN_COMMIT);
    }
    return found.stream();
  }

  private static Optional<Explanation> ofStore(MessageId id, Explainer explainer) {
    return explainer.mail(id).or(() -> explainer.talk(id));
  }

  /** Of a file with many mails those that say something; silence of the others is no news. */
  private Stream<Explanation> atHand(String argument, Explainer explainer) {
    List<Explanation> found = new MailArguments(session).read(argument)
        .stream()
        .map(Parsed<Posting>::value)
        .flatMap(posting -> explainer.mail(posting)
            .or(() -> explainer.talk(posting.message().id()))
            .stream())
        .toList();
    if (found.isEmpty()) {
      none(argument, "no mail with a diff, and none that the store knows of");
    }
    return found.stream();
  }

  private void none(String argument, String why) {
    complete = false;
    session.outside().err().println("chesterton: " + Printable.of(argument + ": " + why));
  }
}
