package dev.chesterton.review.base;

import dev.chesterton.change.Change;
import dev.chesterton.finding.Losses;
import dev.chesterton.link.Origin;
import dev.chesterton.patch.Posting.Patch;
import java.util.List;

/** What a series stands on: the files it was made against. */
public interface Ground {

  /** Nothing but the patches themselves is known. */
  Ground NONE = new Ground() {
    @Override
    public Patch placed(Patch patch) {
      return patch;
    }

    @Override
    public Change whole(Patch patch) {
      return patch.change();
    }

    @Override
    public List<Origin> origins(Patch patch, Losses losses) {
      return List.of();
    }

    @Override
    public List<String> notes() {
      return List.of();
    }
  };

  /** The patch with its hunks where they really stand; as it is where its files are not known. */
  Patch placed(Patch patch);

  /** The change of the patch with whole functions around its hunks, as far as they are known. */
  Change whole(Patch patch);

  /**
   * Who put up the lines that are lost, most lines first.
   *
   * @param losses of the patch as {@link #placed} gives it
   */
  List<Origin> origins(Patch patch, Losses losses);

  /** What was read, and what could not be. */
  List<String> notes();
}
