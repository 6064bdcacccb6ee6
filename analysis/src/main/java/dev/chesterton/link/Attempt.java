package dev.chesterton.link;

import dev.chesterton.index.Head.MailHead;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An earlier mail that tried to take the same lines away.
 *
 * @param patch the patch mail
 * @param excerpt its first words
 * @param evidence the lines both remove
 * @param functions names both take away, in alphabetical order
 * @param answers what was said to it, by date
 * @param outcome how it ended
 */
public record Attempt(MailHead patch, Excerpt excerpt, Evidence.SharedLines evidence,
    Set<String> functions, List<Excerpt> answers, Outcome outcome) {
  public Attempt {
    functions = Collections.unmodifiableSortedSet(new TreeSet<>(functions));
    answers = List.copyOf(answers);
  }
}
