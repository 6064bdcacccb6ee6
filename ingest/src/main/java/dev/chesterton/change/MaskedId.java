package dev.chesterton.change;

import java.util.Optional;

/**
 * A Message-ID whose domain an archive has hidden behind a row of x, one for each character. What is left, the local part
 * and a length, nearly always fits one mail.
 *
 * @param local what stands before the last {@code @}
 * @param domainLength characters behind it
 */
public record MaskedId(String local, int domainLength) {

  /** Empty where more than the domain is hidden. */
  public static Optional<MaskedId> of(Citation.OfMail mail) {
    return mail.masked() && !mail.messageId().contains("...")
        ? Optional.of(ofId(mail.messageId()))
        : Optional.empty();
  }

  /** What would be left of a whole id. */
  public static MaskedId ofId(String id) {
    int at = id.lastIndexOf('@');
    return new MaskedId(id.substring(0, Math.max(0, at)), id.length() - at - 1);
  }

  @Override
  public String toString() {
    return local + "@" + domainLength;
  }
}
