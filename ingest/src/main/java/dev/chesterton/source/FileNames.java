package dev.chesterton.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Names of files in folders strangers filled: bytes, in no charset. */
final class FileNames {
  private FileNames() {}

  /** All entries of a folder but those that begin with a dot; in memory, about 150 bytes each. */
  static List<Path> in(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> !nameOf(entry).startsWith(".")).toList();
    } catch (IOException e) {
      throw new ArchiveException("cannot list '" + folder + "': " + e.getMessage(), e);
    }
  }

  /** The last name: printable ASCII as it is, any other byte as {@code \xNN}. */
  static String nameOf(Path file) {
    String name = file.getFileName().toString();
    return name.chars().allMatch(FileNames::isPrintable) ? name : escaped(file);
  }

  /** Where the file lies, in characters that any store and terminal keeps. */
  static Path shown(Path file) {
    return file.resolveSibling(nameOf(file));
  }

  /** Only the path as a URI tells the bytes. */
  private static String escaped(Path file) {
    String path = file.toUri().getRawPath();
    String name = path.substring(path.lastIndexOf('/', path.length() - 2) + 1).replace("/", "");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < name.length(); i++) {
      boolean coded = name.charAt(i) == '%' && i + 2 < name.length();
      bytes.write(coded ? Integer.parseInt(name, i + 1, i + 3, 16) : name.charAt(i));
      i += coded ? 2 : 0;
    }
    StringBuilder shown = new StringBuilder();
    new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1).chars()
        .forEach(c -> shown.append(isPrintable(c)
            ? String.valueOf((char) c)
            : "\\x%02x".formatted(c)));
    return shown.toString();
  }

  private static boolean isPrintable(int c) {
    return c >= ' ' && c <= '~';
  }
}
