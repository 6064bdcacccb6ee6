package dev.chesterton.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the notes of readers lie: a file beside the store, or a database server.
 *
 * @param file SQLite database, absolute; it need not exist, and nobody asks for it where {@code url} is there
 * @param url JDBC address of a PostgreSQL database, without a password
 * @param user of that database
 * @param passwordFile holds the password on its first line, absolute
 */
public record NotesSettings(Path file, Optional<String> url, Optional<String> user,
    Optional<Path> passwordFile) {

  private static final String SCHEME = "jdbc:postgresql://";
  private static final String RULE = ": chesterton.notes.url must be an address such as " + SCHEME
      + "HOST/DATABASE, without a password: chesterton.notes.passwordFile names the file that holds"
      + " it";

  /** In a folder of its own, so that deleting or rebuilding the store cannot touch it. */
  static Path beside(Path store) {
    Path name = store.getFileName();
    return store.resolveSibling((name == null ? "chesterton" : name) + "-notes/notes.db");
  }

  /** A password in an address would stand in lists of settings and in messages. */
  static String address(Setting setting) {
    String value = setting.value().strip();
    if (!value.startsWith(SCHEME) || hasUserPart(value)
        || value.matches("(?i).*[?&]password=.*")) {
      // Not the value: it may hold the password.
      throw new SettingsException(setting.origin().place() + RULE);
    }
    return value;
  }

  private static boolean hasUserPart(String address) {
    try {
      String authority = new URI(address.substring("jdbc:".length())).getRawAuthority();
      return authority == null || authority.contains("@");
    } catch (URISyntaxException _) {
      return true;
    }
  }
}
