package dev.chesterton.settings;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * One value with the place it comes from.
 *
 * @param subject what stands for {@code <name>} in the key; empty where the key has none
 * @param value as written, quotes undone; {@code true} where the key stands alone
 */
public record Setting(SettingKey key, String subject, String value, Origin origin) {

  /** The whole key, without {@code chesterton.}. */
  public String name() {
    return key.with(subject);
  }

  /** A path; {@code ~/} is the home folder, a relative one is meant from where it was written. */
  Path asPath(Path home) {
    if (value.isBlank()) {
      throw wrong("a path");
    }
    try {
      Path path = value.startsWith("~/")
          ? home.resolve(value.substring(2))
          : origin.folder().resolve(value);
      return path.normalize();
    } catch (InvalidPathException e) {
      throw wrong("a path", e);
    }
  }

  /** An address of one of the schemes, with a host. */
  URI asAddress(String... schemes) {
    String rule = "an address that begins with "
        + String.join(" or ", Arrays.stream(schemes).map(scheme -> scheme + "://").toList());
    try {
      URI address = URI.create(value);
      if (address.getHost() == null || !Arrays.asList(schemes).contains(address.getScheme())) {
        throw wrong(rule);
      }
      return address;
    } catch (IllegalArgumentException e) {
      throw wrong(rule, e);
    }
  }

  /** A {@linkplain Quantity count or size} that is not beyond what makes sense. */
  int asNumber(int least, int most) {
    return (int) asNumber((long) least, (long) most);
  }

  long asNumber(long least, long most) {
    return Quantity.parse(value, least, most)
        .orElseThrow(() -> wrong("a number from " + least + " to " + most));
  }

  /** One of the words of an enum, upper or lower case. */
  <E extends Enum<E>> E asWord(Class<E> words) {
    for (E word : words.getEnumConstants()) {
      if (word.name().equalsIgnoreCase(value.strip())) {
        return word;
      }
    }
    throw wrong("one of " + String.join(", ", Arrays.stream(words.getEnumConstants())
        .map(word -> word.name().toLowerCase(Locale.ROOT))
        .toList()));
  }

  SettingsException wrong(String rule) {
    return new SettingsException(complaint(rule));
  }

  private SettingsException wrong(String rule, Exception cause) {
    return new SettingsException(complaint(rule), cause);
  }

  private String complaint(String rule) {
    return "%s: chesterton.%s is '%s', must be %s".formatted(origin.place(), name(), value, rule);
  }
}
