package dev.chesterton.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

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
      Unpacked unpacked = Unpacked.of(in);
      BufferedInputStream content = new BufferedInputStream(unpacked, FileFormat.BYTES_LOOKED_AT);
      content.mark(FileFormat.BYTES_LOOKED_AT);
      Optional<byte[]> start = FileFormat.start(content, FileFormat.BYTES_LOOKED_AT);
      content.reset();
      MailFile file = new MailFile(Path.of(name), MailSources.format(name, format, start), limits);
      Iterator<Arrival> mails = FileMails.of(file, content);
      return FileReading.of(mails, 0, unpacked::fileBytes, content);
    } catch (IOException e) {
      throw new ArchiveException("cannot read '" + name + "': " + e.getMessage(), e);
    }
  }
}
