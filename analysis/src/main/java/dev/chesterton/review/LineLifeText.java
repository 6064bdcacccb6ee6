package dev.chesterton.review;

import dev.chesterton.index.Head;
import dev.chesterton.link.Anchor;
import java.util.List;
import java.util.function.Function;

/** A {@link LineLife} as text: the lines, then one line a fact, each with its source. */
public final class LineLifeText {
  /** Of a kind, before the rest is only counted. */
  private static final int MOST = 5;

  private static final int ABBREVIATED = 12;

  private final LineLife life;
  private final StringBuilder text = new StringBuilder();

  private LineLifeText(LineLife life) {
    this.life = life;
  }

  public static String of(LineLife life) {
    LineLifeText writer = new LineLifeText(life);
    writer.write();
    return writer.text.toString();
  }

  private void write() {
    for (int i = 0; i < life.lines().size(); i++) {
      text.append(life.story().path().value())
          .append(':')
          .append(life.first() + i)
          .append(": ")
          .append(life.lines().get(i).strip())
          .append('\n');
    }
    life.story().stands().forEach(this::stand);
    for (LineLife.Cause cause : life.causes()) {
      fact(byBlame() ? "wrote it" : "adds it", words(cause.change()));
      cause.fix().ifPresent(words -> fact("  a fix", "\"" + words.words() + "\""));
      each("  posted as", cause.mails(), link -> ExplanationText.link(link, link.to()));
      each("  repaired by", cause.repairing(), link -> ExplanationText.link(link, link.from()));
    }
    life.firstForm().ifPresent(first -> fact("first here", words(first)));
    each("tried to remove", life.attempts(), ExplanationText::attempt);
    notes();
  }

  private boolean byBlame() {
    return life.story().stands().stream().anyMatch(stand -> !stand.runs().isEmpty());
  }

  private void stand(FileStand stand) {
    String tree = "tree " + stand.tree() + " at " + stand.head().abbreviated();
    if (stand.runs().isEmpty()) {
      fact("not in", tree);
    } else {
      stand.runs()
          .forEach(run -> fact("in", "%s, %s by git blame from %s".formatted(tree, numbers(run),
              run.commit().key().substring(0, ABBREVIATED))));
    }
  }

  private static String numbers(FileStand.Run run) {
    return run.from() == run.to() ? "line " + run.from() : "lines " + run.from() + "-" + run.to();
  }

  private static String words(Anchor change) {
    return ExplanationText.words(change) + (change instanceof Anchor.Stored stored
        ? " by " + author(stored.head())
        : "");
  }

  private static String author(Head head) {
    return head.author().display();
  }

  /** Not found is not the same as not searched. */
  private void notes() {
    if (life.common() > 0) {
      fact("not looked up", Counted.of(life.common(),
          "line that stands in too many changes to tell anything"));
    }
    life.story().problems().forEach(problem -> fact("not read", problem.what()));
    if (!life.story().hasTrees()) {
      fact("no git blame", "no tree is configured and none was named with --repo");
    }
    if (life.causes().isEmpty()) {
      fact("nothing found", "no change of the store adds such a line to this file");
    }
  }

  private void fact(String label, String words) {
    text.append("  ").append(label).append(": ").append(words).append('\n');
  }

  private <T> void each(String label, List<T> facts, Function<T, String> line) {
    facts.stream().limit(MOST).forEach(fact -> fact(label, line.apply(fact)));
    if (facts.size() > MOST) {
      fact(label, facts.size() - MOST + " more, see --format=json");
    }
  }
}
