package dev.chesterton.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mail archive; at least one of path and address is given.
 *
 * @param name begins with a letter or digit, then those and {@code . _ -}: it stands in page
 *     addresses and folder names
 * @param path mbox, maildir or public-inbox, absolute
 * @param url public-inbox on a server, {@code http} or {@code https}
 */
public record ArchiveSettings(String name, Optional<Path> path, Optional<URI> url) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /** Whether a text can be the name of an archive, a tree or a rule. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
