package dev.chesterton.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A Maildir (https://cr.yp.to/proto/maildir.html): one mail a file in {@code new} and {@code cur}; what lies in
 * {@code tmp} is not there yet. Maildir++ folders ({@code .Sent} and the like) are archives of their own and have to be
 * named.
 *
 * <p>A file never changes under its name, so the checkpoint is a digest of the names. The flags behind {@code :2,} and
 * the move from {@code new} to {@code cur} count for nothing, there as in the place a mail is said to have.
 */
final class MaildirSource implements MailSource {
  private static final List<String> FOLDERS = List.of("new", "cur");
  private static final String FLAGS = ":2,";

  private final Path folder;
  private final ReadLimits limits;

  MaildirSource(Path folder, ReadLimits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  /** It has both folders that hold mails. */
  static boolean isOne(Path folder) {
    return FOLDERS.stream()
        .allMatch(name -> Files.isDirectory(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public Reading since(Checkpoint checkpoint) {
    List<Path> files = new ArrayList<>();
    FOLDERS.forEach(name -> files.addAll(FileNames.in(folder.resolve(name))));
    files.sort(Comparator.comparing(MaildirSource::baseName).thenComparing(FileNames::nameOf));
    FileMark now = mark(files);
    if (FileMark.of(checkpoint).equals(Optional.of(now))) {
      return FileReading.empty();
    }
    FolderMails mails = new FolderMails(files, MailFormat.EML, limits, this::place);
    return FileReading.of(new LastReaching(mails, now.checkpoint()), files.size(), mails::begun,
        mails);
  }

  private static FileMark mark(List<Path> files) {
    MessageDigest digest = FileMark.sha256();
    for (Path file : files) {
      digest.update((baseName(file) + '\0').getBytes(StandardCharsets.US_ASCII));
    }
    return new FileMark(MailFormat.MAILDIR, files.size(),
        HexFormat.of().formatHex(digest.digest()));
  }

  /** Where the mail lies once it was seen, but for the flags. */
  private Path place(Path file) {
    return folder.resolve("cur").resolve(baseName(file));
  }

  private static String baseName(Path file) {
    String name = FileNames.nameOf(file);
    int flags = name.lastIndexOf(FLAGS);
    return flags < 0 ? name : name.substring(0, flags);
  }
}
