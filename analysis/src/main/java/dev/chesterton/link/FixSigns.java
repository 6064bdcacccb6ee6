package dev.chesterton.link;

import dev.chesterton.change.FixSign;
import java.util.List;
import java.util.Optional;

/** The words that show that a change was made to repair something: {@link FixSign}, with its line. */
final class FixSigns {

  private FixSigns() {}

  /**
   * The strongest sign in the message of a commit or the log of a patch, else a title that says so.
   *
   * @param firstLine 1-based number of the first line of the message in the text it is part of
   */
  static Optional<Excerpt> in(String message, Anchor source, int firstLine) {
    return FixSign.in(message)
        .map(sign -> new Excerpt(source, firstLine + sign.line() - 1,
            List.of(message.split("\n", -1)).get(sign.line() - 1)))
        .or(() -> inTitle(source));
  }

  private static Optional<Excerpt> inTitle(Anchor source) {
    return Optional.of(source.title())
        .filter(FixSign::isInTitle)
        .map(title -> new Excerpt(source, 1, title));
  }
}
