package dev.chesterton.cli.hook;

import java.io.IOException;

/** A server that was asked too often in a row. */
final class ServerBusy extends IOException {
  private static final long serialVersionUID = 1;

  private final int seconds;

  /** @param seconds after which it may be asked again, as it says */
  ServerBusy(String address, int seconds) {
    super(address + " is asked too often");
    this.seconds = seconds;
  }

  int seconds() {
    return seconds;
  }
}
