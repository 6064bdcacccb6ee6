package dev.chesterton.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;

/** A mailbox file, gzipped or not. It has no checkpoints: it is read from its beginning each time. */
final class MboxSource implements MailSource {
  private final Path file;
  private final ReadLimits limits;

  MboxSource(Path file, ReadLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public Reading since(Checkpoint checkpoint) {
    InputStream in = Unpacked.open(file);
    Spliterator<Arrival> mails = Spliterators
        .spliteratorUnknownSize(new MboxMails(file, in, limits), Spliterator.ORDERED);
    return FileReading.of(StreamSupport.stream(mails, false).onClose(() -> close(in)));
  }

  private static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
