package dev.chesterton.mail;

import dev.chesterton.source.Problem;
import dev.chesterton.source.RawMail;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was odd in one mail, each thing once, and no more than a reader would look at. */
final class ProblemList {
  private static final int MAX_PROBLEMS = 50;
  private static final int MAX_QUOTED_CHARS = 100;

  private final String place;
  private final Set<String> found = new LinkedHashSet<>();

  ProblemList(RawMail raw) {
    this.place = raw.provenance().place();
    raw.problems().forEach(problem -> found.add(problem.what()));
  }

  /** @param what without a full stop; foreign text in it goes through {@link #quoted} */
  void add(String what) {
    found.add(found.size() < MAX_PROBLEMS ? what : "more is odd than is listed here");
  }

  /** Foreign text, short enough for a message. */
  static String quoted(String foreign) {
    return "'" + (foreign.length() <= MAX_QUOTED_CHARS
        ? foreign
        : foreign.substring(0, MAX_QUOTED_CHARS) + "...") + "'";
  }

  List<Problem> toList() {
    List<Problem> problems = new ArrayList<>();
    found.forEach(what -> problems.add(new Problem(place, what)));
    return problems;
  }
}
