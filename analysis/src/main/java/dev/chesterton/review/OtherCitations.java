package dev.chesterton.review;

import dev.chesterton.change.Citation.CommitForm;
import dev.chesterton.change.Citation.OfCommit;
import dev.chesterton.index.Head;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.CitedCommit;
import dev.chesterton.link.Citing;
import dev.chesterton.link.Titles;
import dev.chesterton.patch.Posting.Patch;
import java.util.List;

/** What the {@code Fixes:} trailers of others say of a commit that no tree at hand has. */
final class OtherCitations {

  /** One may be wrong, and the patch right. */
  private static final int FEWEST_SENDERS = 2;

  private OtherCitations() {}

  /** Whether others agree on a title, and it is not near the one cited. */
  static boolean differ(OfCommit citation, CitedCommit found, Patch patch) {
    List<Citing> others = found.citedIn()
        .stream()
        .filter(citing -> citing.citation().form() == CommitForm.FIXES
            && citing.citation().title().isPresent())
        .filter(citing -> !address(citing).equals(patch.message().author().address()))
        .toList();
    return others.stream().map(OtherCitations::address).distinct().count() >= FEWEST_SENDERS
        && others.stream()
            .allMatch(other -> strangers(other, citation)
                && Titles.sameOrCut(title(other), title(others.getFirst())));
  }

  private static boolean strangers(Citing other, OfCommit citation) {
    return citation.title()
        .filter(title -> Titles.areStrangers(title, title(other)))
        .isPresent();
  }

  private static String title(Citing citing) {
    return citing.citation().title().orElse("");
  }

  private static String address(Citing citing) {
    return citing.excerpt().source() instanceof Anchor.Stored stored
        ? author(stored.head())
        : "";
  }

  private static String author(Head head) {
    return head.author().address();
  }
}
