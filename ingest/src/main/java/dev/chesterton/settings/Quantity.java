package dev.chesterton.settings;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** A count or a size in bytes as git writes them: digits, then perhaps k, m or g (powers of 1024). */
public final class Quantity {
  private static final Map<Character, Integer> UNIT_SHIFT = Map.of('k', 10, 'm', 20, 'g', 30);

  /** More than a long has. */
  private static final int MAX_DIGITS = 20;

  private Quantity() {}

  /** Empty when the text is none, or not between the two. */
  public static OptionalLong parse(String text, long least, long most) {
    String digits = text.strip().toLowerCase(Locale.ROOT);
    int shift = digits.isEmpty()
        ? 0
        : UNIT_SHIFT.getOrDefault(digits.charAt(digits.length() - 1), 0);
    if (shift > 0) {
      digits = digits.substring(0, digits.length() - 1);
    }
    if (digits.isEmpty() || digits.length() > MAX_DIGITS
        || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      return OptionalLong.empty();
    }
    BigInteger number = new BigInteger(digits).shiftLeft(shift);
    return number.compareTo(BigInteger.valueOf(least)) < 0
        || number.compareTo(BigInteger.valueOf(most)) > 0
            ? OptionalLong.empty()
            : OptionalLong.of(number.longValueExact());
  }
}
