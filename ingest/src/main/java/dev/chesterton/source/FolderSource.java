package dev.chesterton.source;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A folder of mails, patches or pages, read in the order of their names; folders in it are not. Each run reads all of
 * it, since files may be edited in place: what is known is recognised by its bytes.
 */
final class FolderSource implements MailSource {
  private static final List<String> PACKED = List.of("", ".gz", ".xz", ".zst");

  private final Path folder;
  private final MailFormat format;
  private final ReadLimits limits;

  /** @param format {@link MailFormat#EML}, {@code SERIES}, {@code HTML} or {@code TEXT} */
  FolderSource(Path folder, MailFormat format, ReadLimits limits) {
    this.folder = folder;
    this.format = format;
    this.limits = limits;
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public Reading since(Checkpoint checkpoint) {
    List<Path> files = files(folder, format);
    FolderMails mails = new FolderMails(files, format, limits, FileNames::shown);
    return FileReading.of(mails, files.size(), mails::begun, mails);
  }

  /** Those of the format by their names, in order. */
  static List<Path> files(Path folder, MailFormat format) {
    List<String> endings = switch (format) {
      case SERIES -> List.of(".patch", ".eml", ".mbox", ".mbx");
      case HTML -> List.of(".html", ".htm");
      case TEXT -> List.of(".txt");
      default -> List.of("");
    };
    return FileNames.in(folder)
        .stream()
        .filter(file -> ends(FileNames.nameOf(file), endings))
        .sorted(Comparator.comparing(FileNames::nameOf))
        .toList();
  }

  private static boolean ends(String name, List<String> endings) {
    return endings.stream()
        .anyMatch(ending -> PACKED.stream().anyMatch(packed -> name.endsWith(ending + packed)));
  }
}
