package dev.chesterton.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens what the operator names; what it is, is found by looking, unless the operator says. */
public final class MailSources {
  private static final String FORMATS = "a public-inbox folder, epoch or repository, an mbox or a"
      + " mail (also .gz, .xz, .zst), a Maildir, a folder of patches, or a saved page or its text";

  private MailSources() {}

  /** As {@link #open(Path, MailFormat, ReadLimits)}, whatever it looks like. */
  public static List<MailSource> open(Path path, ReadLimits limits) {
    return open(path, MailFormat.AUTO, limits);
  }

  /**
   * The archives at a path: the epochs of a public-inbox in order of their numbers, else one. A link is followed when it
   * is the path itself, and never below it.
   *
   * @throws ArchiveException when there is nothing, nothing that is known, or something else than the format
   */
  public static List<MailSource> open(Path path, MailFormat format, ReadLimits limits) {
    Path place = path.toAbsolutePath().normalize();
    if (Files.isDirectory(place)) {
      return Folders.open(place, format, limits);
    }
    if (!Files.isRegularFile(place)) {
      throw new ArchiveException(Files.exists(place)
          ? "cannot read '" + path + "': neither a file nor a folder; name " + FORMATS
          : "no archive at '" + path + "'; name " + FORMATS);
    }
    return List.of(new FileSource(new MailFile(place, formatOf(place, format, limits), limits)));
  }

  /**
   * What comes in through a stream, an mbox or a single mail. It is read once, never from a checkpoint, and closed with
   * its reading; its format is found when it is read.
   *
   * @param name stands for the file in provenance and messages
   */
  public static MailSource of(InputStream in, String name, MailFormat format, ReadLimits limits) {
    return new StreamSource(in, name, format, limits);
  }

  /**
   * The one mail of a file.
   *
   * @throws ArchiveException when the file cannot be read or holds no mail
   */
  public static RawMail single(Path file, ReadLimits limits) {
    try (InputStream in = Unpacked.open(file, limits)) {
      // One byte more than the limit, so that a cut is noticed.
      return single(in.readNBytes(limits.maxMessageBytes() + 1), file, limits);
    } catch (IOException e) {
      throw new ArchiveException("cannot read '" + file + "': " + e.getMessage(), e);
    }
  }

  /**
   * One mail from bytes, standard input for instance.
   *
   * @param name stands for the file in provenance and messages
   * @throws ArchiveException when the bytes are no mail
   */
  public static RawMail single(byte[] bytes, Path name, ReadLimits limits) {
    RawMail.Form form = FormSniffer.formOf(bytes).orElseThrow(() -> unknown(name.toString()));
    return FileMails.mail(bytes, limits.maxMessageBytes(),
        new MailFile(name, MailFormat.EML, limits), form);
  }

  private static MailFormat formatOf(Path file, MailFormat asked, ReadLimits limits) {
    try (Unpacked in = Unpacked.open(file, limits)) {
      return format(file.toString(), asked, FileFormat.start(in, FileFormat.BYTES_LOOKED_AT));
    } catch (IOException e) {
      throw new ArchiveException("cannot read '" + file + "': " + e.getMessage(), e);
    }
  }

  /**
   * The format of a file by its first bytes.
   *
   * @param start empty where these are damaged: the file is then opened as an mbox, whose reader names the damage
   */
  static MailFormat format(String name, MailFormat asked, Optional<byte[]> start) {
    return start.map(bytes -> FileFormat.of(name, asked, bytes))
        .orElse(asked == MailFormat.AUTO ? MailFormat.MBOXRD : asked);
  }

  static ArchiveException unknown(String name) {
    return new ArchiveException("no mail in '" + name + "'; name " + FORMATS);
  }
}
