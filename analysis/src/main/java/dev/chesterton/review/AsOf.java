package dev.chesterton.review;

import java.time.Instant;

/** Until when evidence counts. */
public sealed interface AsOf {

  /** The bound for a patch sent at this instant. */
  Instant until(Instant sent);

  /** As written on the command line. */
  String word();

  /** All the store has. */
  record Now() implements AsOf {
    @Override
    public Instant until(Instant sent) {
      return Instant.MAX;
    }

    @Override
    public String word() {
      return "now";
    }
  }

  /** What could be known when the patch was sent. */
  record Sent() implements AsOf {
    @Override
    public Instant until(Instant sent) {
      return sent;
    }

    @Override
    public String word() {
      return "sent";
    }
  }

  /** What could be known at some instant. */
  record At(Instant instant) implements AsOf {
    @Override
    public Instant until(Instant sent) {
      return instant;
    }

    @Override
    public String word() {
      return instant.toString();
    }
  }
}
