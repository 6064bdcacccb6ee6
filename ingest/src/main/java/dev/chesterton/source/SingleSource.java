package dev.chesterton.source;

import java.nio.file.Path;
import java.util.stream.Stream;

/** A file that holds one mail, or the saved copy of one. */
final class SingleSource implements MailSource {
  private final Path file;
  private final ReadLimits limits;

  SingleSource(Path file, ReadLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public Reading since(Checkpoint checkpoint) {
    return FileReading.of(
        Stream.of(new Arrival.Arrived(MailSources.single(file, limits), Checkpoint.START)));
  }
}
