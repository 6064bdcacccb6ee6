package dev.chesterton.mail;

import java.util.Optional;

/**
 * A run of lines that repeat an earlier mail.
 *
 * @param fromLine 1-based, in the text of the message
 * @param toLine 1-based, inclusive
 * @param depth 0 for the sender's own words, 1 for what the sender answers to, 2 for what that one answered to
 * @param who the name in the attribution line ("On ... NAME wrote:") that speaks of these lines, where one does
 * @param guessed the marks that would tell the depth are lost
 */
public record Quote(int fromLine, int toLine, int depth, Optional<String> who, boolean guessed) {}
