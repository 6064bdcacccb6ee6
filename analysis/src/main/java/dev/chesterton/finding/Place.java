package dev.chesterton.finding;

import java.util.List;

/** Where in a patch a finding stands. */
public sealed interface Place permits Fence, AddedLine, MessageLine {

  /** The lines, as they stand. */
  List<String> lines();

  /** Whether another place lies in this one, so that what is told of it is told here. */
  boolean holds(Place other);
}
