package dev.chesterton.finding.rank;

import dev.chesterton.change.LineKeys;
import dev.chesterton.patch.Posting.Patch;
import dev.chesterton.patch.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ranks the patches of one series. Immutable; may be shared by threads. */
public final class Ranker {

  private final Model model;
  private final int patches;
  private final Balance balance = new Balance();

  /** By the content of the mail. */
  private final Map<String, ReadChange> changes = new HashMap<>();

  /**
   * Reads a whole series, against which each of its patches is weighed.
   *
   * @param series all its patches that are at hand
   */
  public Ranker(Series series, Model model) {
    this.model = model;
    this.patches = series.patches().size();
    for (Patch patch : series.patches()) {
      ReadChange change = ReadChange.of(patch.change());
      balance.addAll(change.balance());
      changes.put(patch.message().contentHash(), change);
    }
  }

  /** The rank of a patch of the series. */
  public Rank rank(Patch patch, Past past) {
    LostLines lost = lost(patch);
    Map<Signal, Double> values = SignalReader.read(patch, patches, lost, past);
    List<Rank.Part> parts = new ArrayList<>();
    double score = model.weights().bias();
    for (Map.Entry<Signal, Double> value : values.entrySet()) {
      double amount = model.weights().of(value.getKey().word(), value.getValue());
      parts.add(new Rank.Part(value.getKey(), value.getValue(), amount));
      score += amount;
    }
    Lane lane = lane(patch, lost);
    boolean isWorthALook = lane != Lane.WHOLE && score >= model.weights().look();
    return new Rank(score, lane, isWorthALook, parts, lines(patch, lost));
  }

  /**
   * Whether a patch of the series can be worth a look, whatever happened before it was sent: where not, nobody has to be
   * asked for that.
   */
  public boolean canBeWorthALook(Patch patch) {
    LostLines lost = lost(patch);
    if (lane(patch, lost) == Lane.WHOLE) {
      return false;
    }
    Map<Signal, Double> most = SignalReader.read(patch, patches, lost, Past.MOST);
    double bound = model.weights().bias();
    for (Map.Entry<Signal, Double> least : SignalReader.read(patch, patches, lost, Past.NOTHING)
        .entrySet()) {
      String word = least.getKey().word();
      // A signal may speak against a patch, too.
      bound += Math.max(model.weights().of(word, least.getValue()),
          model.weights().of(word, most.getOrDefault(least.getKey(), 0.0)));
    }
    return bound >= model.weights().look();
  }

  /**
   * A patch of the series to learn from.
   *
   * @param needed removed lines that turned out to be needed
   */
  public Lesson lesson(Patch patch, Past past, boolean wasNeeded, LineKeys needed) {
    LostLines lost = lost(patch);
    LineSignals signals = lineSignals(patch);
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < lost.lines().size(); i++) {
      if (needed.contains(lost.lines().get(i).line().key())) {
        numbers.add(i);
      }
    }
    return new Lesson(wasNeeded, SignalReader.read(patch, patches, lost, past),
        lost.lines().stream().map(signals::of).toList(), numbers);
  }

  private LostLines lost(Patch patch) {
    return LostLines.of(read(patch), balance, model.equivalents());
  }

  private ReadChange read(Patch patch) {
    return Optional.ofNullable(changes.get(patch.message().contentHash()))
        .orElseGet(() -> ReadChange.of(patch.change()));
  }

  private LineSignals lineSignals(Patch patch) {
    return new LineSignals(model.guardWords(), patch.subject().title() + "\n" + patch.log());
  }

  private static Lane lane(Patch patch, LostLines lost) {
    String title = patch.subject().title();
    if (lost.isWhole()) {
      return Lane.WHOLE;
    }
    return SignalReader.speaksOfRemoval(title) || SignalReader.callsUnneeded(title)
        ? Lane.DECLARED
        : Lane.SILENT;
  }

  private List<Rank.SuspectLine> lines(Patch patch, LostLines lost) {
    LineSignals signals = lineSignals(patch);
    List<Suspects.Scored> scored = new ArrayList<>();
    for (LostLine line : lost.lines()) {
      double score = 0;
      for (Map.Entry<LineSignal, Double> value : signals.of(line).entrySet()) {
        score += model.weights().of(value.getKey().word(), value.getValue());
      }
      scored.add(new Suspects.Scored(line, score));
    }
    return Suspects.inOrder(scored);
  }
}
