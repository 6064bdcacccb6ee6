package dev.chesterton.source;

import java.net.URI;
import java.util.Optional;

/**
 * An epoch on a server.
 *
 * @param number from 0 on
 * @param address of its git repository, made of the address the operator gave, never of one the server sent
 * @param fingerprint SHA-1 of what {@code git show-ref} prints there, when the manifest tells it
 */
record OfferedEpoch(int number, URI address, Optional<String> fingerprint) {}
