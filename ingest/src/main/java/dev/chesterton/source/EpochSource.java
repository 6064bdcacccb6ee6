package dev.chesterton.source;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * One epoch of a public-inbox, a bare git repository in which every commit brings one mail (public-inbox-v2-format(5)).
 * The checkpoint is an {@link EpochMark}.
 */
final class EpochSource implements MailSource {
  private final Path folder;
  private final ReadLimits limits;

  EpochSource(Path folder, ReadLimits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public Reading since(Checkpoint checkpoint) {
    BareRepository repository = new BareRepository(folder);
    ObjectReader reader = repository.newReader();
    EpochReading reading = new EpochReading(folder, repository, reader, limits);
    try {
      reading.begin(EpochMark.of(checkpoint));
      return reading;
    } catch (IOException e) {
      reading.close();
      throw new ArchiveException("cannot read the commits of '" + folder + "': " + e.getMessage()
          + "; fetch it again", e);
    } catch (ArchiveException e) {
      reading.close();
      throw e;
    }
  }
}
