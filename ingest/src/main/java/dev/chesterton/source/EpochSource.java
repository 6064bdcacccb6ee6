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
  private final Form form;
  private final ReadLimits limits;

  /** How an archive keeps its mails. */
  private enum Form {
    COMMITS, TREES, EITHER
  }

  private EpochSource(Path folder, Form form, ReadLimits limits) {
    this.folder = folder;
    this.form = form;
    this.limits = limits;
  }

  static MailSource v2(Path folder, ReadLimits limits) {
    return new EpochSource(folder, Form.COMMITS, limits);
  }

  static MailSource v1(Path folder, ReadLimits limits) {
    return new EpochSource(folder, Form.TREES, limits);
  }

  /** Of the version that its newest tree tells, once there is something to read. */
  static MailSource either(Path folder, ReadLimits limits) {
    return new EpochSource(folder, Form.EITHER, limits);
  }

  /** Its newest tree says so; what cannot be read is none. */
  static boolean isV1(Path folder) {
    try (BareRepository repository = new BareRepository(folder);
        ObjectReader reader = repository.newReader()) {
      return BareHead.of(folder).filter(head -> isV1(reader, head)).isPresent();
    } catch (ArchiveException _) {
      return false;
    }
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public Reading since(Checkpoint checkpoint) {
    Optional<ObjectId> head = BareHead.of(folder);
    EpochMark mark = EpochMark.of(checkpoint);
    return head.isPresent() && mark.isAll(head.get().name())
        ? new NothingNew()
        : open(mark, head);
  }

  private Reading open(EpochMark mark, Optional<ObjectId> head) {
    BareRepository repository = new BareRepository(folder);
    ObjectReader reader = repository.newReader();
    EpochReading reading = new EpochReading(folder, repository, reader,
        new EpochMails(folder, reader, limits, changes(reader, head)));
    try {
      reading.begin(mark, head);
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

  private CommitChanges changes(ObjectReader reader, Optional<ObjectId> head) {
    boolean trees = switch (form) {
      case COMMITS -> false;
      case TREES -> true;
      case EITHER -> head.isPresent() && isV1(reader, head.get());
    };
    return trees ? new TreeChanges(reader) : new EpochChanges(reader);
  }

  /** What cannot be read is none; the walk meets it again and tells. */
  private static boolean isV1(ObjectReader reader, ObjectId head) {
    try {
      return TreeChanges.isV1(reader, head);
    } catch (IOException _) {
      return false;
    }
  }
}
