package dev.chesterton.history;

import dev.chesterton.settings.Limits;
import dev.chesterton.settings.SettingKey;

/**
 * How much of one commit is read; each is a setting (docs/limits.md). What is beyond is left out, which is a problem of the
 * commit.
 *
 * @param maxFileBytes a longer file is neither compared nor shown
 * @param maxLines changed lines and context kept of one commit; the first import of a kernel tree has seven million
 * @param maxEntries files and folders compared; the first import of a kernel tree has 18,000
 */
public record TreeLimits(int maxFileBytes, int maxLines, int maxEntries) {
  public static final TreeLimits DEFAULT = new TreeLimits(8 << 20, 500_000, 100_000);

  /** As the settings have them. */
  public static TreeLimits of(Limits limits) {
    return new TreeLimits((int) limits.of(SettingKey.LIMIT_FILE),
        (int) limits.of(SettingKey.LIMIT_LINES), (int) limits.of(SettingKey.LIMIT_ENTRIES));
  }
}
