package dev.chesterton.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** What comes in once: standard input. It has no checkpoint, and {@link #since} can be called once. */
final class StreamSource implements MailSource {
  private final InputStream in;
  private final String name;
  private final MailFormat format;
  private final ReadLimits limits;

  StreamSource(InputStream in, String name, MailFormat format, ReadLimits limits) {
    this.in = in;
    this.name = name;
    this.format = format;
    this.limits = limits;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Reading since(Checkpoint checkpoint) {
    try {
      Unpacked unpacked = Unpacked.of(in, limits);
      return FileReading.of(FileMails.of(Path.of(name), format, unpacked, limits), 0,
          unpacked::fileBytes, unpacked);
    } catch (IOException e) {
      throw new ArchiveException("cannot read '" + name + "': " + e.getMessage(), e);
    }
  }
}
