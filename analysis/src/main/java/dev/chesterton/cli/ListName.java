package dev.chesterton.cli;

import dev.chesterton.settings.ArchiveSettings;
import java.nio.file.Path;

/** Names of lists and trees stand in page addresses and in the keys of the store, so not every text is one. */
final class ListName {
  private ListName() {}

  /** The name, if it is one. */
  static String checked(String name, String option) {
    if (!ArchiveSettings.isName(name)) {
      throw new InputException(ExitCode.USAGE, option + " '" + name
          + "' cannot be a name: take letters, digits, '.', '_' and '-'");
    }
    return name;
  }

  /** {@code linux-btrfs.git}, {@code linux-btrfs.mbox.gz}: the list is what stands before the first dot. */
  static String of(Path path) {
    Path last = path.getFileName();
    String name = last == null ? "" : last.toString();
    int dot = name.indexOf('.');
    String list = (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^A-Za-z0-9._-]", "-");
    return list.matches("[A-Za-z0-9].*") ? list : "list" + list;
  }
}
