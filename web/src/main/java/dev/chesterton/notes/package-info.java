/**
 * What readers wrote in, kept, and given back: notes about patches, answers to findings, states of patches set by hand.
 * Everything is appended and nothing changed, so that who said what stays on record.
 *
 * <p>This is the one thing in the house that is not made from archives and trees. It lies in a database of its own beside
 * the store, and speaks of mails by their Message-IDs and of findings by what they say of which lines: what is read or
 * found anew is found again. Who may write is decided in {@code web}, and so is the time.
 */
@NullMarked
package dev.chesterton.notes;

import org.jspecify.annotations.NullMarked;
