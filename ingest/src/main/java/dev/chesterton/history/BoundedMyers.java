package dev.chesterton.history;

import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * What the histogram turns to where every line is frequent. Myers' algorithm costs lines times
 * differences, so a long table without one rare line would take hours; past a size such a stretch
 * counts as replaced whole.
 */
final class BoundedMyers extends DiffAlgorithm {

  /**
   * Lines of both sides together: below a second at worst, and beyond any such stretch of a kernel
   * tree.
   */
  private static final int MAX_LINES = 20_000;

  @Override
  public <S extends Sequence> EditList diffNonCommon(SequenceComparator<? super S> comparator, S a,
      S b) {
    if (a.size() + b.size() <= MAX_LINES) {
      return MyersDiff.INSTANCE.diffNonCommon(comparator, a, b);
    }
    return EditList.singleton(new Edit(0, a.size(), 0, b.size()));
  }
}
