package dev.chesterton.change;

/**
 * The id {@code git patch-id --stable} gives a diff: equal ids mean, almost surely, the same change. Line numbers and
 * white space do not count, context lines do.
 *
 * @param hex 40 hex digits
 */
public record PatchId(String hex) {}
