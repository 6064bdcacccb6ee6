package dev.chesterton.cli.hook;

import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What was seen of a series by earlier calls: a folder of the cache with a copy of each patch, named by its place and its
 * content, since the ids of these mails are not those they will be sent with. Where a patch has findings, a mark lies
 * beside it. Only the last call reads it, so that the thirtieth costs what the first did.
 */
final class SeriesSoFar {
  private static final String MAIL = ".mail";
  private static final String FLAGGED = ".flagged";
  private static final String TROUBLE = "trouble";

  /** Remains of a sending that was broken off, looked at in one call. */
  private static final int MOST_REMAINS = 100;

  /** Nobody sends more at once. */
  private static final int PLACE_DIGITS = 8;

  private static final int LONGEST_NAME = 48;

  private final Path folder;

  private SeriesSoFar(Path folder) {
    this.folder = folder;
  }

  /** A patch that was seen. */
  record Seen(OutgoingMail mail, boolean flagged) {}

  static SeriesSoFar of(Path cache, Sender sender) throws IOException {
    Path all = cache.resolve("chesterton/hook");
    Path folder = all.resolve(sender.key());
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(all);
      removeRemains(all);
      // Nobody else reads what is not sent yet.
      Files.createDirectory(folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return new SeriesSoFar(folder);
  }

  /**
   * Keeps a patch for the last call.
   *
   * @param place from 1
   */
  void add(OutgoingMail mail, int place, boolean flagged) throws IOException {
    String number = "0000000" + place;
    String name = number.substring(number.length() - PLACE_DIGITS) + "-" + hash(mail.bytes()) + "-"
        + safe(mail.name());
    write(folder.resolve(name + MAIL), mail.bytes());
    if (flagged) {
      write(folder.resolve(name + FLAGGED), new byte[0]);
    }
  }

  boolean hasFlagged() throws IOException {
    return list().stream().anyMatch(file -> file.toString().endsWith(FLAGGED));
  }

  int patches() throws IOException {
    return (int) list().stream().filter(file -> file.toString().endsWith(MAIL)).count();
  }

  /** In the order of their places. */
  List<Seen> all(ReadLimits limits) throws IOException {
    List<Seen> all = new ArrayList<>();
    for (Path file : list()) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(MAIL)) {
        String stem = name.substring(0, name.length() - MAIL.length());
        all.add(new Seen(
            OutgoingMail.asSent(stem.substring(stem.indexOf('-', PLACE_DIGITS + 1) + 1),
                Files.readAllBytes(file), limits),
            Files.exists(folder.resolve(stem + FLAGGED))));
      }
    }
    return all;
  }

  /** What hindered the check, said once for the whole series. */
  void keepTrouble(String words) throws IOException {
    write(folder.resolve(TROUBLE), words.getBytes(StandardCharsets.UTF_8));
  }

  Optional<String> trouble() throws IOException {
    Path file = folder.resolve(TROUBLE);
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }

  void forget() throws IOException {
    remove(folder);
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Whole or not at all. */
  private static void write(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling("part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void removeRemains(Path all) throws IOException {
    int looked = 0;
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(all)) {
      for (Path old : folders) {
        if (++looked > MOST_REMAINS) {
          return;
        }
        if (!Sender.isAlive(String.valueOf(old.getFileName()))) {
          remove(old);
        }
      }
    }
  }

  /** A folder of files; links are taken away, not followed. */
  private static void remove(Path folder) throws IOException {
    if (Files.isDirectory(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
      }
    }
    Files.deleteIfExists(folder);
  }

  /** A file name is at most 255 bytes, of which a place, a hash and an ending take 60; a character takes up to four. */
  private static String safe(String name) {
    String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    return cut.replace('/', '_');
  }

  private static String hash(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return Long.toHexString(sum.getValue());
  }
}
