package dev.chesterton.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * A public-inbox in one bare git repository: an epoch, in which every commit brings one mail as file {@code m}
 * (public-inbox-v2-format(5)), or an inbox of version 1, whose tree holds a file for each mail
 * (public-inbox-v1-format(5)). The checkpoint is an {@link EpochMark}.
 */
final class EpochSource implements MailSource {
  private final Path folder;
  private final boolean trees;
  private final ReadLimits limits;

  private EpochSource(Path folder, boolean trees, ReadLimits limits) {
    this.folder = folder;
    this.trees = trees;
    this.limits = limits;
  }

  static MailSource v2(Path folder, ReadLimits limits) {
    return new EpochSource(folder, false, limits);
  }

  static MailSource v1(Path folder, ReadLimits limits) {
    return new EpochSource(folder, true, limits);
  }

  /** Its newest tree says so; what cannot be read is none. */
  static boolean isV1(Path folder) {
    try (BareRepository repository = new BareRepository(folder);
        ObjectReader reader = repository.newReader()) {
      Optional<ObjectId> head = repository.head();
      return head.isPresent() && TreeChanges.isV1(reader, head.get());
    } catch (IOException | ArchiveException e) {
      return false;
    }
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public Reading since(Checkpoint checkpoint) {
    BareRepository repository = new BareRepository(folder);
    ObjectReader reader = repository.newReader();
    CommitChanges changes = trees ? new TreeChanges(reader) : new EpochChanges(reader);
    EpochReading reading = new EpochReading(folder, repository, reader,
        new EpochMails(folder, reader, limits, changes));
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
