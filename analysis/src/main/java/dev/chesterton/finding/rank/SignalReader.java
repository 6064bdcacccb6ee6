package dev.chesterton.finding.rank;

import dev.chesterton.index.Tally;
import dev.chesterton.patch.Posting.Patch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Takes the signals off one patch. */
final class SignalReader {

  /** The first two lost effects say that something is lost; more only say that the patch is large. */
  private static final int ENOUGH = 2;

  private static final int ENOUGH_LINES = 60;

  private static final int ENOUGH_CONDITIONS = 20;

  /** A line that more patches took away is everybody's ({@code goto out;}). */
  private static final int COMMON = 30;

  /** Lines, calls and functions asked for in the past: bounds the time of one patch. */
  private static final int MOST_ASKED = 60;

  private static final Pattern REMOVAL = Pattern.compile(
      "(?i)\\b(?:remove|drop|delete|kill|get rid|purge|rip|eliminate|don.t|do not|stop|avoid"
          + "|no longer|dead)\\b");
  private static final Pattern UNNEEDED = Pattern.compile(
      "(?i)unnecessar|redundant|useless|superflu|unneeded|unused|not needed|needless|pointless"
          + "|obsolete|\\bdead\\b|\\bextra\\b");

  private final Patch patch;
  private final LostLines lost;
  private final Past past;
  private final Map<Signal, Double> values = new EnumMap<>(Signal.class);

  private SignalReader(Patch patch, LostLines lost, Past past) {
    this.patch = patch;
    this.lost = lost;
    this.past = past;
  }

  static Map<Signal, Double> read(Patch patch, int series, LostLines lost, Past past) {
    SignalReader reader = new SignalReader(patch, lost, past);
    reader.readLosses();
    reader.readPast();
    reader.readMessage(series);
    return reader.values;
  }

  private void readLosses() {
    List<LostLine> inside = lost.lines().stream().filter(LostLine::isLostInside).toList();
    count(Signal.EFFECTS, inside.stream().filter(LostLine::isLostEffect).limit(ENOUGH).count());
    count(Signal.CONDITIONS, Math.min(ENOUGH_CONDITIONS, changed(LostLine::asks)));
    count(Signal.RETURNS, changed(LostLine::returns));
    count(Signal.COUNTERS, inside.stream().filter(LostLine::counts).count());
    put(Signal.NO_CALL, lost.lostCalls().isEmpty());
    count(Signal.REASONS, lost.lines().stream().filter(LostLine::givesReason).count());
    count(Signal.SIZE, Math.min(ENOUGH_LINES, lost.lines().size()));
  }

  /**
   * Different lines of a kind that the patch does not put back word by word. What another patch of the series adds counts,
   * too: where code goes to another file in two steps, something is lost as often as where it is changed.
   */
  private long changed(Predicate<LostLine> kind) {
    return lost.lines()
        .stream()
        .filter(line -> !line.isPutBack() && !line.isRepeated() && kind.test(line))
        .count();
  }

  /** Twice as many say a little more, not twice as much. */
  private void count(Signal signal, long count) {
    values.put(signal, Math.log1p((double) count));
  }

  private void put(Signal signal, boolean isThere) {
    values.put(signal, isThere ? 1.0 : 0.0);
  }

  private void readPast() {
    count(Signal.REMOVED_BEFORE, lost.lines()
        .stream()
        .filter(line -> line.isLost() && !line.isElsewhere())
        .limit(MOST_ASKED)
        .filter(this::isRemovedBefore)
        .limit(ENOUGH)
        .count());
    values.put(Signal.FIXED_CALLS, lost.lostCalls()
        .stream()
        .limit(MOST_ASKED)
        .map(past::adding)
        .mapToDouble(SignalReader::fixes)
        .max()
        .orElse(0));
    count(Signal.VERSIONS, past.versions());
  }

  private boolean isRemovedBefore(LostLine line) {
    int times = past.removing(line.line().key()).changes();
    return times > 0 && times <= COMMON;
  }

  /** Few changes say little: two that were no fixes are thought of besides. */
  private static double fixes(Tally tally) {
    return (tally.fixes() + 0.1) / (tally.changes() + 2);
  }

  private void readMessage(int series) {
    String title = patch.subject().title();
    put(Signal.REMOVAL_TITLE, !lost.isWhole() && speaksOfRemoval(title));
    put(Signal.UNNEEDED_TITLE, callsUnneeded(title));
    count(Signal.LOG, patch.log().length());
    count(Signal.SERIES, series);
    put(Signal.FIX, patch.trailers()
        .stream()
        .anyMatch(trailer -> trailer.key().equalsIgnoreCase("Fixes")));
  }

  static boolean speaksOfRemoval(String title) {
    return REMOVAL.matcher(title).find();
  }

  static boolean callsUnneeded(String title) {
    return UNNEEDED.matcher(title).find();
  }
}
