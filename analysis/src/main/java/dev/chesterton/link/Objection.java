package dev.chesterton.link;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.link.remark.Remark;
import java.util.List;
import java.util.Optional;

/**
 * What somebody says against a patch, or asks about it.
 *
 * @param mail in which
 * @param words from its line on
 * @param quoted what is quoted right above, without marks; empty where nothing is
 * @param place the line of the patch it stands below; empty where no line of its diff is quoted
 * @param answer words that settle its fate; empty where nothing does
 */
public record Objection(Remark.Kind kind, MailHead mail, Excerpt words, List<String> quoted,
    Optional<PatchLine> place, Fate fate, Optional<Excerpt> answer) {

  public Objection {
    quoted = List.copyOf(quoted);
  }

  /** Against the patch as a whole. */
  public boolean isRefusal() {
    return kind == Remark.Kind.REFUSAL;
  }

  public boolean isQuestion() {
    return kind == Remark.Kind.QUESTION;
  }
}
