package dev.chesterton.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Opens what the operator names: the format is found by looking, never by the name of a file. */
public final class MailSources {
  private static final String FORMATS = "a public-inbox folder or epoch, an mbox (also .gz), a mail,"
      + " or the text of a mail's web page";

  private MailSources() {}

  /**
   * The archives at a path: the epochs of a public-inbox in order of their numbers, else one.
   *
   * @throws ArchiveException when there is nothing, or nothing that is known
   */
  public static List<MailSource> open(Path path, ReadLimits limits) {
    Path place = path.toAbsolutePath().normalize();
    if (Files.isDirectory(place)) {
      return epochs(place).stream()
          .<MailSource>map(epoch -> new EpochSource(epoch, limits))
          .toList();
    }
    if (!Files.isRegularFile(place)) {
      throw new ArchiveException(Files.exists(place)
          ? "cannot read '" + path + "': neither a file nor a folder; name " + FORMATS
          : "no archive at '" + path + "'; name " + FORMATS);
    }
    byte[] start = start(place, FormSniffer.BYTES_LOOKED_AT);
    if (isMbox(start)) {
      return List.of(new MboxSource(place, limits));
    }
    if (FormSniffer.formOf(start).isEmpty()) {
      throw unknown(path.toString());
    }
    return List.of(new SingleSource(place, limits));
  }

  /**
   * The one mail of a file.
   *
   * @throws ArchiveException when the file cannot be read or holds no mail
   */
  public static RawMail single(Path file, ReadLimits limits) {
    // One byte more than the limit, so that a cut is noticed.
    return single(start(file, limits.maxMessageBytes() + 1), file, limits);
  }

  /**
   * One mail from bytes, standard input for instance.
   *
   * @param name stands for the file in provenance and messages
   * @throws ArchiveException when the bytes are no mail
   */
  public static RawMail single(byte[] bytes, Path name, ReadLimits limits) {
    RawMail.Form form = FormSniffer.formOf(bytes).orElseThrow(() -> unknown(name.toString()));
    Provenance place = new Provenance.InFile(name, 0);
    int max = limits.maxMessageBytes();
    if (bytes.length <= max) {
      return new RawMail(bytes, place, form);
    }
    return new RawMail(Arrays.copyOf(bytes, max), place, form,
        List.of(new Problem(place.place(), "mail cut at " + max + " bytes")));
  }

  private static boolean isMbox(byte[] start) {
    int end = 0;
    while (end < start.length && start[end] != '\n') {
      end++;
    }
    return MboxSeparator.matches(new String(start, 0, end, StandardCharsets.ISO_8859_1));
  }

  private static byte[] start(Path file, int length) {
    try (InputStream in = Unpacked.open(file)) {
      return in.readNBytes(length);
    } catch (IOException e) {
      throw new ArchiveException("cannot read '" + file + "': " + e.getMessage(), e);
    }
  }

  private static List<Path> epochs(Path folder) {
    if (isBareRepository(folder)) {
      return List.of(folder);
    }
    List<Path> epochs = numbered(folder.resolve("git"));
    if (epochs.isEmpty()) {
      epochs = numbered(folder);
    }
    if (epochs.isEmpty()) {
      throw unknown(folder.toString());
    }
    return epochs;
  }

  /** {@code 0.git}, {@code 1.git}, ...; links are not followed, since they could lead anywhere. */
  private static List<Path> numbered(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> entry.getFileName().toString().matches("[0-9]{1,6}\\.git"))
          .filter(MailSources::isBareRepository)
          .sorted(Comparator.comparingInt(MailSources::number))
          .toList();
    } catch (IOException e) {
      throw new ArchiveException("cannot list '" + folder + "': " + e.getMessage(), e);
    }
  }

  private static int number(Path epoch) {
    String name = epoch.getFileName().toString();
    return Integer.parseInt(name.substring(0, name.indexOf('.')));
  }

  private static boolean isBareRepository(Path folder) {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && Files.isRegularFile(folder.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
        && Files.isDirectory(folder.resolve("objects"), LinkOption.NOFOLLOW_LINKS);
  }

  private static ArchiveException unknown(String name) {
    return new ArchiveException("no mail in '" + name + "'; name " + FORMATS);
  }
}
