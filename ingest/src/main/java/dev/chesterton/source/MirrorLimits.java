package dev.chesterton.source;

import dev.chesterton.settings.Limits;
import dev.chesterton.settings.SettingKey;
import java.time.Duration;

/**
 * How long a server may take and how much it may send (docs/limits.md); how much are settings.
 *
 * @param connect until a connection stands
 * @param read until the next byte comes
 * @param answerTime for a manifest or a list of refs in all
 * @param packTime for the mails of an epoch in all
 * @param answerBytes of a manifest or a list of refs, as sent
 * @param manifestBytes of a manifest, unpacked
 * @param manifestEntries of a manifest
 * @param packBytes the mails of an epoch, as sent
 * @param objectBytes one mail, unpacked; JGit holds it in memory, at times twice
 * @param packs of an epoch, each the gain of one run; beyond, they become one
 */
public record MirrorLimits(Duration connect, Duration read, Duration answerTime, Duration packTime,
    long answerBytes, long manifestBytes, int manifestEntries, long packBytes, long objectBytes,
    int packs) {

  public static final MirrorLimits DEFAULT = new MirrorLimits(Duration.ofSeconds(30),
      Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofHours(12), 16L << 20, 256L << 20,
      200_000, 16L << 30, 96L << 20, 50);

  /** As the settings have them; how long a server may take is none. */
  public static MirrorLimits of(Limits limits) {
    return new MirrorLimits(DEFAULT.connect, DEFAULT.read, DEFAULT.answerTime, DEFAULT.packTime,
        limits.of(SettingKey.LIMIT_ANSWER), limits.of(SettingKey.LIMIT_MANIFEST),
        (int) limits.of(SettingKey.LIMIT_OFFERS), limits.of(SettingKey.LIMIT_PACK),
        limits.of(SettingKey.LIMIT_OBJECT), DEFAULT.packs);
  }
}
