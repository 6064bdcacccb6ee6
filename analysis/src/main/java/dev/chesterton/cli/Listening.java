package dev.chesterton.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the pages are served, and who may write.
 *
 * @param address host and port as they were written
 * @param tokenFile holds the token of those who may write; empty where nobody may
 */
public record Listening(String address, Optional<Path> tokenFile) {}
