package dev.chesterton.link;

import dev.chesterton.patch.ChangeId;
import java.time.Instant;
import java.util.Locale;

/** Why a link is believed. */
public sealed interface Evidence {

  /** One sentence for the page, without a full stop. */
  String because();

  Confidence confidence();

  /** A commit or patch names the mail. */
  record LinkTrailer(String trailer) implements Evidence {
    @Override
    public String because() {
      return "names the mail: " + trailer;
    }

    @Override
    public Confidence confidence() {
      return Confidence.CERTAIN;
    }
  }

  /** Both diffs have the same patch-id. */
  record SamePatchId(String hex) implements Evidence {
    @Override
    public String because() {
      return "same patch-id " + hex.substring(0, 12);
    }

    @Override
    public Confidence confidence() {
      return Confidence.CERTAIN;
    }
  }

  /** Both bear the name that their author gave to the change. */
  record SameChangeId(ChangeId id) implements Evidence {
    @Override
    public String because() {
      return switch (id) {
        case ChangeId.OfSeries series -> "same change-id " + series.value();
        case ChangeId.OfPatch patch -> "same Change-Id " + patch.value().substring(0, 12);
      };
    }

    @Override
    public Confidence confidence() {
      return Confidence.CERTAIN;
    }
  }

  /**
   * Both change the same lines.
   *
   * @param lines how many
   * @param share of what was asked for, weighted by rarity, 0 to 1
   */
  record SharedLines(int lines, double share) implements Evidence {
    private static final double LIKELY_SHARE = 0.5;

    @Override
    public String because() {
      return String.format(Locale.ROOT, "%d %s in common, %.0f %% of the lines by rarity", lines,
          lines == 1 ? "line" : "lines", share * 100);
    }

    @Override
    public Confidence confidence() {
      return share >= LIKELY_SHARE ? Confidence.LIKELY : Confidence.POSSIBLE;
    }
  }

  /**
   * The titles are equal or near.
   *
   * @param similarity share of words in common, 0 to 1; see {@link Titles}
   */
  record SimilarTitle(double similarity) implements Evidence {
    private static final double LIKELY_SIMILARITY = 0.85;

    @Override
    public String because() {
      return similarity == 1
          ? "same title"
          : String.format(Locale.ROOT, "similar title %.2f", similarity);
    }

    @Override
    public Confidence confidence() {
      return similarity >= LIKELY_SIMILARITY ? Confidence.LIKELY : Confidence.POSSIBLE;
    }
  }

  /**
   * A commit and a posting have lines in common.
   *
   * @param lines how many
   * @param ofCommit lines the commit changes
   * @param ofMail lines the mail changes
   */
  record CommonLines(int lines, int ofCommit, int ofMail) implements Evidence {
    @Override
    public String because() {
      return lines == ofCommit && lines == ofMail
          ? String.format(Locale.ROOT, "the same %d changed %s", lines, word(lines))
          : String.format(Locale.ROOT,
              "%d changed %s in common, of %d in the commit and %d in the mail",
              lines, word(lines), ofCommit, ofMail);
    }

    private static String word(int lines) {
      return lines == 1 ? "line" : "lines";
    }

    @Override
    public Confidence confidence() {
      return 2 * lines >= Math.max(ofCommit, ofMail) ? Confidence.LIKELY : Confidence.POSSIBLE;
    }
  }

  /**
   * A later change undoes an earlier one.
   *
   * @param back lines it adds that the earlier one removed
   * @param removed lines the earlier one removed
   * @param out lines it removes that the earlier one added
   * @param added lines the earlier one added
   */
  record PutsBack(int back, int removed, int out, int added) implements Evidence {
    @Override
    public String because() {
      return "puts back %d of %d removed lines, takes out %d of %d added ones"
          .formatted(back, removed, out, added);
    }

    @Override
    public Confidence confidence() {
      return 2 * (back + out) >= removed + added ? Confidence.LIKELY : Confidence.POSSIBLE;
    }
  }

  /**
   * Two patches are at the same place.
   *
   * @param removed lines both remove
   * @param beside lines around the one that the other removes
   */
  record SameLines(int removed, int beside) implements Evidence {
    @Override
    public String because() {
      return removed == 0 ? "removes %d lines beside these".formatted(beside)
          : "removes %d of the same lines and %d beside them".formatted(removed, beside);
    }

    @Override
    public Confidence confidence() {
      return removed > 0 ? Confidence.LIKELY : Confidence.POSSIBLE;
    }
  }

  /** {@code git am} makes the date of a mail the author date of the commit. */
  record SentAtAuthorDate(Instant second) implements Evidence {
    @Override
    public String because() {
      return "sent at the author date " + second;
    }

    @Override
    public Confidence confidence() {
      return Confidence.LIKELY;
    }
  }

  record SameAuthor(String name) implements Evidence {
    @Override
    public String because() {
      return "same author " + name;
    }

    @Override
    public Confidence confidence() {
      return Confidence.POSSIBLE;
    }
  }

  /**
   * Blame in the repository names the commit.
   *
   * @param lines how many of the removed lines it put there
   */
  record Blamed(int lines) implements Evidence {
    @Override
    public String because() {
      return "put up %d of the removed lines, by git blame".formatted(lines);
    }

    @Override
    public Confidence confidence() {
      return Confidence.CERTAIN;
    }
  }

  /** A mail or commit message names a commit. */
  record Cited(String as) implements Evidence {
    @Override
    public String because() {
      return "cited as " + as;
    }

    @Override
    public Confidence confidence() {
      return Confidence.CERTAIN;
    }
  }

  /** A mail names something that the patch takes away. */
  record Names(String identifier) implements Evidence {
    @Override
    public String because() {
      return "names " + identifier;
    }

    @Override
    public Confidence confidence() {
      return Confidence.LIKELY;
    }
  }

  /** The line speaks for itself. */
  record OwnLine(String because) implements Evidence {
    @Override
    public Confidence confidence() {
      return Confidence.CERTAIN;
    }
  }

  /** A mail answers another. */
  record Answers(String title) implements Evidence {
    @Override
    public String because() {
      return "answers \"" + title + "\"";
    }

    @Override
    public Confidence confidence() {
      return Confidence.CERTAIN;
    }
  }
}
