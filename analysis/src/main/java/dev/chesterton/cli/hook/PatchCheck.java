package dev.chesterton.cli.hook;

import dev.chesterton.patch.Posting.Patch;
import java.io.IOException;
import java.util.List;

/** Whoever can be asked about a patch: a server, a store, or the rules alone. */
sealed interface PatchCheck extends AutoCloseable permits ServerCheck, StoreCheck, RulesAlone {

  /**
   * What there is to tell of a patch.
   *
   * @param mail with a patch
   * @param series what is sent along, this mail among it
   * @throws IOException where a server does not answer
   */
  List<Told> findings(OutgoingMail mail, Patch patch, List<OutgoingMail> series)
      throws IOException;

  /** Who is asked, in words. */
  String asked();

  @Override
  void close();
}
