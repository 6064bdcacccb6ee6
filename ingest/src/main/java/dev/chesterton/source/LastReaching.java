package dev.chesterton.source;

import java.util.Iterator;

/**
 * The same arrivals, of which the last reaches a checkpoint: only then all has been read. Where something could not be
 * read it is not reached, so that the next run tries and reports again.
 */
final class LastReaching implements Iterator<Arrival> {
  private final Iterator<Arrival> arrivals;
  private final Checkpoint checkpoint;
  private boolean whole = true;

  LastReaching(Iterator<Arrival> arrivals, Checkpoint checkpoint) {
    this.arrivals = arrivals;
    this.checkpoint = checkpoint;
  }

  @Override
  public boolean hasNext() {
    return arrivals.hasNext();
  }

  @Override
  public Arrival next() {
    Arrival arrival = arrivals.next();
    whole &= !(arrival instanceof Arrival.Skipped);
    return whole && !arrivals.hasNext() ? arrival.reaching(checkpoint) : arrival;
  }
}
