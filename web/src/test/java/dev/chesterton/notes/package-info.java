/** Notes written and read in both databases, and what names of entries and findings promise. */
@NullMarked
package dev.chesterton.notes;

import org.jspecify.annotations.NullMarked;
