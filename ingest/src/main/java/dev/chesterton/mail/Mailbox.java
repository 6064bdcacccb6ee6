package dev.chesterton.mail;

/**
 * Who wrote or gets a mail.
 *
 * @param name decoded display name, may be empty
 * @param address local part and domain as written, may be empty; compare with {@link #sameAddress}
 */
public record Mailbox(String name, String address) {

  /** Nobody is named. */
  public static final Mailbox UNKNOWN = new Mailbox("", "");

  /** The name, or the address where there is no name. */
  public String display() {
    return name.isEmpty() ? address : name;
  }

  /** Domains, and in practice local parts, do not tell upper from lower case. */
  public boolean sameAddress(Mailbox other) {
    return address.equalsIgnoreCase(other.address);
  }

  /**
   * The same address, or the same name: people change employers. A list that rewrites senders for the sake of DMARC writes
   * {@code Name via List}.
   */
  public boolean samePerson(Mailbox other) {
    String own = personName();
    return !address.isEmpty() && sameAddress(other)
        || !own.isEmpty() && own.equalsIgnoreCase(other.personName());
  }

  private String personName() {
    int via = name.indexOf(" via ");
    return via < 0 ? name : name.substring(0, via);
  }

  @Override
  public String toString() {
    return address.isEmpty() ? name : name.isEmpty() ? address : name + " <" + address + ">";
  }
}
