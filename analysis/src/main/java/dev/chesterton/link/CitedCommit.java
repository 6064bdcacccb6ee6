package dev.chesterton.link;

import java.util.List;

/**
 * What a commit is, as far as trees and those who cite it tell.
 *
 * @param commit in a tree, or known from citations only
 * @param ambiguous several commits of the trees begin with the digits cited; then {@code commit} is of unknown
 * @param citedIn where it is cited, by date
 */
public record CitedCommit(Anchor commit, boolean ambiguous, List<Citing> citedIn) {
  public CitedCommit {
    citedIn = List.copyOf(citedIn);
  }
}
