package dev.chesterton.link;

import dev.chesterton.mail.Mailbox;

/** Who is who among the senders of a thread. */
final class Persons {
  private static final String REWRITTEN = " via ";

  private Persons() {}

  /** As {@link Mailbox#samePerson}, but the address a list puts in the place of a sender's says nothing. */
  static boolean same(Mailbox one, Mailbox other) {
    boolean isRewritten = one.name().contains(REWRITTEN) || other.name().contains(REWRITTEN);
    return isRewritten ? name(one).equalsIgnoreCase(name(other)) : one.samePerson(other);
  }

  private static String name(Mailbox mailbox) {
    int via = mailbox.name().indexOf(REWRITTEN);
    return via < 0 ? mailbox.name() : mailbox.name().substring(0, via);
  }
}
