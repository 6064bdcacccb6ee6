package dev.chesterton.link.version;

import dev.chesterton.mail.Mailbox;
import java.util.Locale;

/** Whether two mailboxes are one person. */
final class People {
  private static final String VIA = " via ";

  private People() {}

  /**
   * The same address, or the same full name: people change employers and keep their patches. One word alone is a first
   * name, which many share.
   */
  static boolean same(Mailbox one, Mailbox other) {
    boolean ownAddresses = !isThroughList(one) && !isThroughList(other);
    if (ownAddresses && !one.address().isEmpty() && one.sameAddress(other)) {
      return true;
    }
    String name = name(one);
    return name.indexOf(' ') > 0 && name.equals(name(other));
  }

  /** Lists that must not send in the name of others write {@code NAME via LIST}, with their own address for everybody. */
  private static boolean isThroughList(Mailbox mailbox) {
    return mailbox.name().contains(VIA);
  }

  private static String name(Mailbox mailbox) {
    int via = mailbox.name().indexOf(VIA);
    String name = via < 0 ? mailbox.name() : mailbox.name().substring(0, via);
    return name.strip().replaceAll("[\\s\"']+", " ").toLowerCase(Locale.ROOT);
  }
}
