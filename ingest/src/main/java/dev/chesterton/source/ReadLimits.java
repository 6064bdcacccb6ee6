package dev.chesterton.source;

import dev.chesterton.settings.Limits;
import dev.chesterton.settings.SettingKey;

/**
 * How much of an archive and of one mail is read; each is a setting (docs/limits.md). What is beyond is cut, which is
 * reported as a {@link Problem}.
 *
 * @param maxMessageBytes longer mails are cut there
 * @param maxHeaderBytes header block; the rest of it is dropped
 * @param maxTextChars decoded text kept of one mail
 * @param maxParts MIME parts looked at
 * @param maxDepth nesting of MIME parts looked at
 * @param maxFieldBytes one header; the rest of it is cut
 * @param maxBoundaryChars a multipart with a longer boundary is text
 * @param maxReferences the last count
 * @param maxFiles of a diff, which is cut there
 * @param maxHunks likewise
 * @param maxCitations citations and links of one mail
 * @param maxUnpackedRatio a compressed file that grows further is given up
 * @param maxUnpackedBytes likewise
 * @param maxPageBytes of a saved page
 * @param maxPageMails of a saved page; what stands behind them is text of the last one
 */
public record ReadLimits(int maxMessageBytes, int maxHeaderBytes, int maxTextChars, int maxParts,
    int maxDepth, int maxFieldBytes, int maxBoundaryChars, int maxReferences, int maxFiles,
    int maxHunks, int maxCitations, int maxUnpackedRatio, long maxUnpackedBytes,
    int maxPageBytes, int maxPageMails) {

  public static final ReadLimits DEFAULT = new ReadLimits(32 << 20, 256 << 10, 2 << 20, 1_000, 20);

  /** The first five as given, the others as usual. */
  public ReadLimits(int maxMessageBytes, int maxHeaderBytes, int maxTextChars, int maxParts,
      int maxDepth) {
    this(maxMessageBytes, maxHeaderBytes, maxTextChars, maxParts, maxDepth, 100 << 10, 2_048, 500,
        5_000, 50_000, 500, 200, 64L << 30, 8 << 20, 2_000);
  }

  /** As the settings have them. */
  public static ReadLimits of(Limits limits) {
    return new ReadLimits(limits.maxMessageBytes(), (int) limits.of(SettingKey.LIMIT_HEADER),
        (int) limits.of(SettingKey.LIMIT_TEXT), (int) limits.of(SettingKey.LIMIT_PARTS),
        (int) limits.of(SettingKey.LIMIT_DEPTH), (int) limits.of(SettingKey.LIMIT_FIELD),
        (int) limits.of(SettingKey.LIMIT_BOUNDARY), (int) limits.of(SettingKey.LIMIT_REFERENCES),
        (int) limits.of(SettingKey.LIMIT_FILES), (int) limits.of(SettingKey.LIMIT_HUNKS),
        (int) limits.of(SettingKey.LIMIT_CITATIONS), (int) limits.of(SettingKey.LIMIT_RATIO),
        limits.of(SettingKey.LIMIT_UNPACKED), (int) limits.of(SettingKey.LIMIT_PAGE),
        (int) limits.of(SettingKey.LIMIT_PAGE_MAILS));
  }

  /** The same for mails of another length. */
  public ReadLimits withMessageBytes(int bytes) {
    return new ReadLimits(bytes, maxHeaderBytes, maxTextChars, maxParts, maxDepth, maxFieldBytes,
        maxBoundaryChars, maxReferences, maxFiles, maxHunks, maxCitations, maxUnpackedRatio,
        maxUnpackedBytes, maxPageBytes, maxPageMails);
  }
}
