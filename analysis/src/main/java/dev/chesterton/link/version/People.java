package dev.chesterton.link.version;

import dev.chesterton.mail.Mailbox;
import java.util.Locale;

/** Whether two mailboxes are one person. */
final class People {
  private People() {}

  /**
   * The same address, or the same full name: people change employers and keep their patches. One word alone is a first
   * name, which many share.
   */
  static boolean same(Mailbox one, Mailbox other) {
    if (!one.address().isEmpty() && one.sameAddress(other)) {
      return true;
    }
    String name = name(one);
    return name.indexOf(' ') > 0 && name.equals(name(other));
  }

  /** Lists that must not send in the name of others write {@code NAME via LIST}. */
  private static String name(Mailbox mailbox) {
    String name = mailbox.name().strip().replaceAll("[\\s\"']+", " ").toLowerCase(Locale.ROOT);
    int via = name.indexOf(" via ");
    return via < 0 ? name : name.substring(0, via);
  }
}
