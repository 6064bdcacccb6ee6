package dev.chesterton.review;

import dev.chesterton.finding.rank.Rank.SuspectLine;
import dev.chesterton.link.Origin;
import java.util.Optional;

/**
 * A removed line that is worth a second look.
 *
 * @param origin the first change known to have added just this line; empty where none is in the store, or too many are
 */
public record Suspect(SuspectLine line, Optional<Origin> origin) {}
