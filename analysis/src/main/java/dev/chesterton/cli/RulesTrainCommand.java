package dev.chesterton.cli;

import dev.chesterton.change.LineKey;
import dev.chesterton.change.LineKeys;
import dev.chesterton.finding.rank.Lesson;
import dev.chesterton.finding.rank.Model;
import dev.chesterton.finding.rank.Training;
import dev.chesterton.finding.rank.Weights;
import dev.chesterton.index.Index;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.JsonObject;
import dev.chesterton.review.RankFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "train", description = "learn the weights of config/rank/weights from patches of the store of which it is known what became of them", footer = {
  "LABELS has one JSON object a line: message_id, label (1: what it removed was needed, 0: not), and, where known,",
  "date (year-month-day) and evidence.restored_lines (the removed lines that were needed).",
  "The same labels and the same store give the same weights.",
  "Exit codes: 0 learned, 65 the labels cannot be used, 66 they are not there."})
final class RulesTrainCommand extends Verb {

  private final Session session;

  @Option(names = "--until", paramLabel = "DATE", description = "only labels with an earlier date, to judge by the later ones")
  private Optional<String> until = Optional.empty();

  @Option(names = "--warn", paramLabel = "PERCENT", description = "share of the patches whose findings are warnings (default: ${DEFAULT-VALUE})")
  private double warn = 3;

  @Parameters(paramLabel = "LABELS", arity = "1", description = "labelled patches, JSON lines")
  private String labels = "";

  RulesTrainCommand(Session session) {
    this.session = session;
  }

  /** One labelled patch. */
  private record Label(MessageId id, boolean wasNeeded, LineKeys needed) {}

  @Override
  ExitCode run() {
    List<Label> known = read();
    try (Index index = session.openIndex()) {
      RankFinder ranks = new RankFinder(index, Model.ofProgram());
      List<Lesson> lessons = known.stream()
          .flatMap(label -> ranks.lesson(label.id(), label.wasNeeded(), label.needed()).stream())
          .toList();
      session.outside()
          .err()
          .println("%d of %d labelled patches are in the store".formatted(lessons.size(),
              known.size()));
      session.outside().out().print(learn(lessons).text());
      return ExitCode.OK;
    }
  }

  private Weights learn(List<Lesson> lessons) {
    try {
      return Training.learn(lessons, Math.clamp(warn, 0, 100) / 100);
    } catch (IllegalArgumentException e) {
      throw new InputException(ExitCode.BAD_INPUT,
          "'" + labels + "': " + e.getMessage() + "; label some of either kind that the store has");
    }
  }

  private List<Label> read() {
    Path file = session.resolve(labels);
    if (!Files.isRegularFile(file)) {
      throw new InputException(ExitCode.NO_INPUT, "no file '" + labels + "' with labels");
    }
    List<Label> read = new ArrayList<>();
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          read(lines.get(i), i + 1).ifPresent(read::add);
        }
      }
    } catch (IOException e) {
      throw new InputException(ExitCode.NO_INPUT,
          "cannot read '" + labels + "': " + e.getMessage());
    }
    return read;
  }

  private Optional<Label> read(String line, int number) {
    JsonObject object = JsonObject.read(line)
        .filter(json -> json.text("message_id").isPresent() && json.number("label").isPresent())
        .orElseThrow(() -> new InputException(ExitCode.BAD_INPUT,
            "'%s':%d is no label: an object with message_id and label".formatted(labels, number)));
    boolean isLater = until
        .filter(bound -> object.text("date").orElse("").compareTo(bound) >= 0)
        .isPresent();
    return isLater ? Optional.empty()
        : object.text("message_id")
            .map(id -> new Label(new MessageId(id), object.number("label").orElse(0L) == 1,
                needed(object)));
  }

  private static LineKeys needed(JsonObject object) {
    return LineKeys.ofKeys(object.object("evidence")
        .map(evidence -> evidence.texts("restored_lines"))
        .orElse(List.of())
        .stream()
        .mapToLong(text -> LineKey.of(text).value()));
  }
}
