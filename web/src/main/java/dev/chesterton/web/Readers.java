package dev.chesterton.web;

import dev.chesterton.notes.Notes;
import dev.chesterton.settings.Theme;
import dev.chesterton.web.door.Hosts;
import dev.chesterton.web.door.WriteToken;
import java.net.URI;
import java.util.Optional;

/**
 * What the pages know of their readers.
 *
 * @param notes they wrote
 * @param token of those who may write; empty where nobody may
 * @param hosts names they call this server by
 * @param baseUrl address they call it by, for links that leave the server; empty where it is the one it listens on
 * @param theme colours for those who choose none
 */
record Readers(Notes notes, Optional<WriteToken> token, Hosts hosts,
    Optional<URI> baseUrl, Theme theme) {

  /** Whether they come by https. */
  boolean overTls() {
    return baseUrl.filter(url -> url.getScheme().equals("https")).isPresent();
  }
}
