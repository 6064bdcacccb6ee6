package dev.chesterton.link;

/**
 * Somebody says that a reason given against a patch does not hold.
 *
 * @param objection who gave the reason
 * @param words in which it is denied
 */
public record Dispute(Objection objection, Excerpt words) {}
