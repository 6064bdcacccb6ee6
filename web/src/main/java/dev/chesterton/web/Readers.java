package dev.chesterton.web;

import dev.chesterton.notes.Notes;
import dev.chesterton.web.door.Hosts;
import dev.chesterton.web.door.WriteToken;
import java.util.Optional;

/**
 * What the pages know of their readers.
 *
 * @param notes they wrote
 * @param token of those who may write; empty where nobody may
 * @param hosts names they call this server by
 * @param overTls they come by https
 */
record Readers(Notes notes, Optional<WriteToken> token, Hosts hosts, boolean overTls) {}
