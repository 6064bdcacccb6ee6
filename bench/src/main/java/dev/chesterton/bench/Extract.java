package dev.chesterton.bench;

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
import java.util.Iterator;

/** Writes the mails of an archive as a Maildir, for programs that read no git. */
public final class Extract {
  private Extract() {}

  /** Arguments: archive, Maildir, first mail and one behind the last, 0-based. Prints mails and bytes written. */
  public static void main(String[] arguments) throws IOException {
    Path maildir = Path.of(arguments[1]);
    for (String folder : new String[]{"cur", "new", "tmp"}) {
      Files.createDirectories(maildir.resolve(folder));
    }
    long from = Long.parseLong(arguments[2]);
    long to = Long.parseLong(arguments[3]);
    long number = 0;
    long written = 0;
    long bytes = 0;
    for (MailSource source : MailSources.open(Path.of(arguments[0]), ReadLimits.DEFAULT)) {
      try (Reading reading = source.since(Checkpoint.START)) {
        for (Iterator<Arrival> rest = reading.arrivals().iterator(); rest.hasNext();) {
          if (rest.next() instanceof Arrival.Arrived(RawMail mail, _)) {
            if (number >= from && number < to) {
              Files.write(maildir.resolve("cur/%07d.bench:2,S".formatted(number)), mail.bytes());
              bytes += mail.bytes().length;
              written++;
            }
            number++;
          }
        }
      }
    }
    System.out.println(written + " " + bytes);
  }
}
