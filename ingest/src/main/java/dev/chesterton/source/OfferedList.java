package dev.chesterton.source;

import java.util.List;

/** A mailing list on a server, with the epochs of its archive in the order of their numbers. */
public final class OfferedList {
  private final String name;
  private final List<OfferedEpoch> epochs;

  OfferedList(String name, List<OfferedEpoch> epochs) {
    this.name = name;
    this.epochs = List.copyOf(epochs);
  }

  /** As the server writes it. */
  public String name() {
    return name;
  }

  /** The same epochs, to be kept under another name. */
  public OfferedList named(String other) {
    return new OfferedList(other, epochs);
  }

  List<OfferedEpoch> epochs() {
    return epochs;
  }
}
