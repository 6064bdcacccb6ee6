package dev.chesterton.source;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** Why something failed, in words and on one line; libraries write some of theirs on two, and servers add to them. */
final class Cause {
  private static final int MAX_CHARS = 400;

  private Cause() {}

  /** What the innermost cause says: those around it mostly say that something failed. */
  static String of(Throwable failure) {
    Throwable innermost = failure;
    // Bounded, since a chain of causes may close on itself.
    for (int i = 0; i < 20 && innermost.getCause() != null; i++) {
      innermost = innermost.getCause();
    }
    String words = words(innermost).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return words.length() <= MAX_CHARS ? words : words.substring(0, MAX_CHARS) + "...";
  }

  private static String words(Throwable innermost) {
    String message = innermost.getMessage();
    return switch (innermost) {
      case UnknownHostException _ -> "no such host: " + message;
      case SocketTimeoutException _ -> "the server does not answer in time: " + message;
      case ConnectException _ -> "cannot connect: " + message;
      default -> message == null || message.isBlank()
          ? innermost.getClass().getSimpleName()
          : message;
    };
  }
}
