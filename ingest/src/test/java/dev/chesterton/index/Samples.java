package dev.chesterton.index;

import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The samples all modules share, found from the folder a module is tested in. */
final class Samples {
  static final Path FOLDER = Path.of("..", "mbox-samples");
  static final Path CAIRNFS = FOLDER.resolve("trees/cairnfs.fi");

  private Samples() {}

  static Path mbox(String name) {
    return FOLDER.resolve(name + ".mbox");
  }

  /** Every mail of every mbox, by file and place. */
  static List<RawMail> mails() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".mbox"))
          .sorted()
          .flatMap(file -> mails(file).stream())
          .toList();
    }
  }

  static List<RawMail> mails(Path mbox) {
    MailSource source = MailSources.open(mbox, ReadLimits.DEFAULT).getFirst();
    try (Reading reading = source.since(Checkpoint.START)) {
      return reading.arrivals().map(arrival -> ((Arrival.Arrived) arrival).mail()).toList();
    }
  }
}
