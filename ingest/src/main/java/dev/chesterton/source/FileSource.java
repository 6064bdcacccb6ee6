package dev.chesterton.source;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * A file with mails. Of an mbox that only grew, the mails before the last one are not read again; any other file is read
 * when its bytes have changed. The checkpoint is a {@link FileMark}.
 */
final class FileSource implements MailSource {
  private final MailFile file;

  FileSource(MailFile file) {
    this.file = file;
  }

  @Override
  public String name() {
    return file.path().toString();
  }

  @Override
  public Reading since(Checkpoint checkpoint) {
    Optional<FileMark> mark = FileMark.of(checkpoint)
        .filter(known -> known.format() == file.format());
    try {
      Unpacked in = Unpacked.of(file.path(), file.limits());
      boolean grows = file.format().isMbox() && !in.isPacked();
      return grows ? sinceMark(mark, in) : unlessSame(mark, in);
    } catch (IOException e) {
      throw new ArchiveException("cannot read '" + file.path() + "': " + e.getMessage(), e);
    }
  }

  private Reading sinceMark(Optional<FileMark> mark, Unpacked in) throws IOException {
    Optional<FileMark> offset = mark.filter(known -> known.offset() > 0);
    if (offset.isEmpty()) {
      return reading(in, 0, FileMark.Running.from(file.format()));
    }
    Optional<FileMark.Running> passed = offset.get().passIn(in);
    if (passed.isPresent()) {
      return reading(in, offset.get().offset(), passed.get());
    }
    in.close();
    return reading(Unpacked.of(file.path(), file.limits()), 0,
        FileMark.Running.from(file.format()));
  }

  private Reading reading(Unpacked in, long offset, MboxProgress progress) throws IOException {
    return FileReading.of(new MboxMails(file, in, offset, progress), Files.size(file.path()),
        in::fileBytes, in);
  }

  private Reading unlessSame(Optional<FileMark> mark, Unpacked in) throws IOException {
    FileMark now = FileMark.whole(file);
    if (mark.equals(Optional.of(now))) {
      in.close();
      return FileReading.empty();
    }
    return FileReading.of(new LastReaching(FileMails.of(file, in), now.checkpoint()),
        Files.size(file.path()), in::fileBytes, in);
  }
}
