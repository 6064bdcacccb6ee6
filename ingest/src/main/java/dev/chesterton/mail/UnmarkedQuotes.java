package dev.chesterton.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Guesses at quotes in a text that has attribution lines and no marks, as some web archives leave it. */
final class UnmarkedQuotes {
  private final List<QuotedLine> lines;
  private final List<Quote> quotes = new ArrayList<>();

  UnmarkedQuotes(List<QuotedLine> lines) {
    this.lines = lines;
  }

  /** Empty when there is no attribution, else runs from the first attribution to the end, one a paragraph. */
  List<Quote> read() {
    int at = 0;
    boolean seen = false;
    while (at < lines.size()) {
      int attributionsEnd = attributionsFrom(at);
      int depth = countAttributions(at, attributionsEnd);
      int start = skipBlank(attributionsEnd);
      int end = paragraphEnd(start);
      seen |= depth > 0;
      if (seen && end > start) {
        Optional<String> who = depth == 0
            ? Optional.empty()
            : Quotes.attributionAt(lines, attributionsEnd - 1);
        quotes.add(new Quote(start + 1, end, depth, who, true));
      }
      at = Math.max(end, at + 1);
    }
    return quotes;
  }

  /** Behind the attributions that begin here; wrapped ones take more than a line. */
  private int attributionsFrom(int start) {
    int end = start;
    for (int i = start; i < lines.size() && !lines.get(i).isBlank(); i++) {
      if (Quotes.attributionAt(lines, i).isPresent()) {
        end = i + 1;
      } else if (i >= end + 2 && !Attribution.isBeginning(lines.get(i).content())) {
        break;
      }
    }
    return end;
  }

  private int countAttributions(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += Quotes.attributionAt(lines, i).isPresent() ? 1 : 0;
    }
    return count;
  }

  private int skipBlank(int at) {
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  private int paragraphEnd(int at) {
    while (at < lines.size() && !lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }
}
