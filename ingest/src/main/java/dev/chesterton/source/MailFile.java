package dev.chesterton.source;

import java.nio.file.Path;

/**
 * A file, and as what it is read.
 *
 * @param path for provenance and messages
 * @param format one that a file can have
 */
record MailFile(Path path, MailFormat format, ReadLimits limits) {}
