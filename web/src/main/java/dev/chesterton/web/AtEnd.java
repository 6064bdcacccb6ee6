package dev.chesterton.web;

/** Closes what is open when a signal ends the process. */
final class AtEnd {

  private AtEnd() {}

  static void close(AutoCloseable open) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      try {
        open.close();
      } catch (Exception e) {
        System.err.println("chesterton: not stopped cleanly: " + e.getMessage());
      }
    }, "stop"));
  }
}
