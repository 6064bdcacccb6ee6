package dev.chesterton.source;

import java.util.stream.Stream;

/** The reading of an archive that stands where the checkpoint left it. */
record NothingNew() implements Reading {

  @Override
  public Stream<Arrival> arrivals() {
    return Stream.empty();
  }

  @Override
  public boolean isRewritten() {
    return false;
  }

  @Override
  public long done() {
    return 0;
  }

  @Override
  public long total() {
    return 0;
  }

  @Override
  public void close() {}
}
