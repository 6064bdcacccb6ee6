package dev.chesterton.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Short ways to what an archive gives. */
final class Arrivals {
  private Arrivals() {}

  static List<Arrival> of(Path path) {
    return of(path, MailFormat.AUTO, ReadLimits.DEFAULT);
  }

  static List<Arrival> of(Path path, MailFormat format) {
    return of(path, format, ReadLimits.DEFAULT);
  }

  static List<Arrival> of(Path path, MailFormat format, ReadLimits limits) {
    List<Arrival> all = new ArrayList<>();
    MailSources.open(path, format, limits)
        .forEach(source -> all.addAll(of(source, Checkpoint.START)));
    return all;
  }

  static List<Arrival> of(MailSource source, Checkpoint checkpoint) {
    try (Reading reading = source.since(checkpoint)) {
      return reading.arrivals().toList();
    }
  }

  static List<RawMail> mails(List<Arrival> arrivals) {
    return arrivals.stream()
        .filter(Arrival.Arrived.class::isInstance)
        .map(arrival -> ((Arrival.Arrived) arrival).mail())
        .toList();
  }

  /** One character a byte. */
  static List<String> texts(List<Arrival> arrivals) {
    return mails(arrivals).stream()
        .map(mail -> new String(mail.bytes(), StandardCharsets.ISO_8859_1))
        .toList();
  }

  static List<Problem> skipped(List<Arrival> arrivals) {
    return arrivals.stream()
        .filter(Arrival.Skipped.class::isInstance)
        .map(arrival -> ((Arrival.Skipped) arrival).problem())
        .toList();
  }
}
