package dev.chesterton.link;

import dev.chesterton.change.Citation;

/**
 * A place where a commit is cited.
 *
 * @param citation as written
 */
public record Citing(Excerpt excerpt, Citation.OfCommit citation) {}
