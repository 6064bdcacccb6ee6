package dev.chesterton.notes;

import dev.chesterton.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file that holds one secret on its first line and that nobody but its owner may read. */
public final class SecretFile {

  private static final int MOST_BYTES = 4_096;
  private static final Set<PosixFilePermission> OF_OWNER = Set.of(PosixFilePermission.OWNER_READ,
      PosixFilePermission.OWNER_WRITE);

  private SecretFile() {}

  /**
   * Reads the secret.
   *
   * @param what it is, for messages: {@code token file}
   * @param least characters it has to have
   * @throws SettingsException where the file is not there, others may read it, or it holds no such secret; the message
   *     never repeats any of it
   */
  public static String read(Path file, String what, int least) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new SettingsException(Files.exists(file)
            ? "%s '%s' is not a plain file".formatted(what, file)
            : "%s '%s' does not exist: make it, then chmod 600 it".formatted(what, file));
      }
      if (!OF_OWNER.containsAll(Files.getPosixFilePermissions(file))) {
        throw new SettingsException("%s '%s' can be read by others: chmod 600 '%s'".formatted(what,
            file, file));
      }
      return checked(firstLine(file), file, what, least);
    } catch (UnsupportedOperationException e) {
      throw new SettingsException(("%s '%s': its file system does not tell who may read it: put it"
          + " elsewhere").formatted(what, file), e);
    } catch (IOException e) {
      throw new SettingsException("%s '%s' cannot be read: %s".formatted(what, file,
          e.getClass().getSimpleName()), e);
    }
  }

  private static String firstLine(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      return text.lines().findFirst().orElse("").strip();
    }
  }

  private static String checked(String secret, Path file, String what, int least) {
    boolean printable = secret.chars().allMatch(unit -> unit > ' ' && unit < 0x7f);
    if (!printable || secret.length() < least) {
      throw new SettingsException("%s '%s': its first line has to hold at least %d printable ASCII"
          .formatted(what, file, least) + " characters without a space");
    }
    return secret;
  }
}
