package dev.chesterton.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens folders: git repositories and folders of files. */
final class Folders {
  private Folders() {}

  /** @throws ArchiveException when it is no archive, or not of the format */
  static List<MailSource> open(Path folder, MailFormat asked, ReadLimits limits) {
    if (asked == MailFormat.AUTO && isBareRepository(folder)) {
      return List.of(EpochSource.either(folder, limits));
    }
    MailFormat format = asked == MailFormat.AUTO
        ? seen(folder).orElseThrow(() -> MailSources.unknown(folder.toString()))
        : asked;
    require(fits(folder, format), folder, format);
    return switch (format) {
      case V1 -> List.of(EpochSource.v1(folder, limits));
      case V2 -> epochs(folder).stream().map(epoch -> epoch(epoch, asked, limits)).toList();
      case MAILDIR -> List.of(new MaildirSource(folder, limits));
      default -> List.of(new FolderSource(folder, format, limits));
    };
  }

  /** A mirror keeps an inbox of version 1 where it keeps epochs. */
  private static MailSource epoch(Path epoch, MailFormat asked, ReadLimits limits) {
    return asked == MailFormat.AUTO
        ? EpochSource.either(epoch, limits)
        : EpochSource.v2(epoch, limits);
  }

  private static Optional<MailFormat> seen(Path folder) {
    if (isBareRepository(folder)) {
      return Optional.of(EpochSource.isV1(folder) ? MailFormat.V1 : MailFormat.V2);
    }
    return Stream.of(MailFormat.V2, MailFormat.MAILDIR, MailFormat.SERIES, MailFormat.HTML)
        .filter(format -> fits(folder, format))
        .findFirst();
  }

  private static boolean fits(Path folder, MailFormat format) {
    return switch (format) {
      case V1 -> isBareRepository(folder);
      case V2 -> !epochs(folder).isEmpty();
      case MAILDIR -> MaildirSource.isOne(folder);
      case EML, SERIES, HTML, TEXT -> !FolderSource.files(folder, format).isEmpty();
      case AUTO, MBOXRD, MBOXO, MBOXCL2 -> false;
    };
  }

  private static void require(boolean fits, Path folder, MailFormat format) {
    if (!fits) {
      throw new ArchiveException("the folder '" + folder + "' is not " + format.inWords() + "; say "
          + seen(folder).map(seen -> "--format " + seen.word() + " or auto").orElse("what it is"));
    }
  }

  private static List<Path> epochs(Path folder) {
    if (isBareRepository(folder)) {
      return List.of(folder);
    }
    List<Path> epochs = numbered(folder.resolve("git"));
    return epochs.isEmpty() ? numbered(folder) : epochs;
  }

  /** {@code 0.git}, {@code 1.git}, ...; links are not followed, since they could lead anywhere. */
  private static List<Path> numbered(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> entry.getFileName().toString().matches("[0-9]{1,6}\\.git"))
          .filter(Folders::isBareRepository)
          .sorted(Comparator.comparingInt(Folders::number))
          .toList();
    } catch (IOException e) {
      throw new ArchiveException("cannot list '" + folder + "': " + e.getMessage(), e);
    }
  }

  private static int number(Path epoch) {
    String name = epoch.getFileName().toString();
    return Integer.parseInt(name.substring(0, name.indexOf('.')));
  }

  static boolean isBareRepository(Path folder) {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && Files.isRegularFile(folder.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
        && Files.isDirectory(folder.resolve("objects"), LinkOption.NOFOLLOW_LINKS);
  }
}
