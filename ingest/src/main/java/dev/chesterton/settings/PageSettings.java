package dev.chesterton.settings;

import java.net.URI;
import java.util.Optional;

/**
 * The server and its pages.
 *
 * @param listenHost address or name; loopback unless set otherwise
 * @param listenPort 0 is any free one
 * @param baseUrl address in links that leave the server
 * @param staleHours age of the last good run from which on the store is called stale
 * @param mcp whether POST /mcp is answered
 */
public record PageSettings(String listenHost, int listenPort, Optional<URI> baseUrl,
    int staleHours, boolean mcp, Theme theme) {}
