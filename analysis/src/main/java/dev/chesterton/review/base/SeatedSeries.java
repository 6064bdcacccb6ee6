package dev.chesterton.review.base;

import dev.chesterton.change.Change;
import dev.chesterton.finding.Losses;
import dev.chesterton.link.Origin;
import dev.chesterton.patch.Posting.Patch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The ground of a series of which each patch has its seat. */
final class SeatedSeries implements Ground {
  private final Map<String, Seat> seats;
  private final LineOrigins origins;
  private final List<String> notes;

  /** @param seats by the content of the mails: two drafts of a patch may have one Message-ID */
  SeatedSeries(Map<String, Seat> seats, LineOrigins origins, List<String> notes) {
    this.seats = Map.copyOf(seats);
    this.origins = origins;
    this.notes = List.copyOf(notes);
  }

  private Optional<Seat> seat(Patch patch) {
    return Optional.ofNullable(seats.get(patch.message().contentHash()));
  }

  @Override
  public Patch placed(Patch patch) {
    return seat(patch).map(Seat::patch).orElse(patch);
  }

  @Override
  public Change whole(Patch patch) {
    return seat(patch).map(Seat::whole).orElse(patch.change());
  }

  @Override
  public List<Origin> origins(Patch patch, Losses losses) {
    return seat(patch).map(seat -> origins.of(seat, losses)).orElse(List.of());
  }

  @Override
  public List<String> notes() {
    return Stream.concat(notes.stream(), origins.notes().stream()).toList();
  }
}
