package dev.chesterton.cli.hook;

import java.io.IOException;
import java.util.List;

/** Whoever can be asked about patches: a server, a store, or the rules alone. */
public sealed interface PatchCheck extends AutoCloseable
    permits ServerCheck, StoreCheck, RulesAlone {

  /**
   * What there is to tell of patches.
   *
   * @param asked mails with a patch each
   * @param series all that is sent along, these among it
   * @return for each of those asked about, in their order
   * @throws ServerBusy where a server wants to be asked later
   * @throws IOException where a server does not answer
   */
  List<List<Told>> findings(List<OutgoingMail> asked, List<OutgoingMail> series)
      throws IOException;

  /** Who is asked, in words. */
  String asked();

  @Override
  void close();
}
