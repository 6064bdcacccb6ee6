package dev.chesterton.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Whom {@code check} and the send hook ask, and what the hook does when it cannot tell.
 *
 * @param server asked in place of the store
 * @param hookStrict mail that could not be checked is not sent
 * @param hookTimeout how long the hook may take for one mail
 */
public record CheckSettings(Optional<URI> server, boolean hookStrict, Duration hookTimeout) {}
