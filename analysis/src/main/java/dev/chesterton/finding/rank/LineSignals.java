package dev.chesterton.finding.rank;

import dev.chesterton.syntax.CodeLine;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes the signals off one removed line. */
final class LineSignals {
  private static final int MOST_NAMES = 2;
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]{5,}");

  private final Set<String> guardWords;
  private final String message;

  /**
   * @param guardWords parts of names that guard, account, flush or give back
   * @param message title and log of the patch
   */
  LineSignals(Set<String> guardWords, String message) {
    this.guardWords = guardWords;
    this.message = message;
  }

  Map<LineSignal, Double> of(LostLine line) {
    Map<LineSignal, Double> values = new EnumMap<>(LineSignal.class);
    CodeLine code = line.line().code();
    switch (code.kind()) {
      case CONDITION -> set(values, LineSignal.CONDITION, true);
      case CALL -> set(values, LineSignal.CALL, true);
      case STORE -> set(values, LineSignal.STORE, true);
      case ASSIGNMENT -> set(values, LineSignal.ASSIGNMENT, true);
      case JUMP -> set(values, LineSignal.JUMP, true);
      case DECLARATION -> set(values, LineSignal.DECLARATION, true);
      case DIRECTIVE -> set(values, LineSignal.DIRECTIVE, true);
      case COMMENT -> set(values, LineSignal.COMMENT, true);
      case NOTHING, OTHER -> {
      }
    }
    boolean isCode = !code.names().isEmpty();
    set(values, LineSignal.REASON, line.givesReason());
    set(values, LineSignal.COUNTER, line.counts());
    set(values, LineSignal.EFFECT, line.isLostEffect());
    set(values, LineSignal.LOST_CALL, !line.lostCalls().isEmpty());
    values.put(LineSignal.LOST_NAMES, (double) Math.min(MOST_NAMES, line.lostNames().size()));
    set(values, LineSignal.GUARD, code.calls().stream().anyMatch(this::guards));
    set(values, LineSignal.CONSTANT,
        line.lostNames().stream().anyMatch(name -> CONSTANT.matcher(name).matches()));
    set(values, LineSignal.MOVED, line.isMoved());
    set(values, LineSignal.SIMILAR, line.isSimilar());
    set(values, LineSignal.IN_GONE, line.isInGone());
    set(values, LineSignal.NAMES_GONE, line.namesGone());
    set(values, LineSignal.REPEATED, line.isRepeated());
    set(values, LineSignal.WORDLESS, !isCode && !code.isComment());
    set(values, LineSignal.IN_LOG, line.lostCalls().stream().anyMatch(message::contains));
    set(values, LineSignal.UNFINISHED,
        code.code().endsWith(",") || code.code().endsWith("("));
    return values;
  }

  private static void set(Map<LineSignal, Double> values, LineSignal signal, boolean isThere) {
    values.put(signal, isThere ? 1.0 : 0.0);
  }

  private boolean guards(String name) {
    for (String word : name.toLowerCase(Locale.ROOT).split("_")) {
      if (guardWords.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
