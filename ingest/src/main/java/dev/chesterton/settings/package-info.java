/**
 * Git-config files in, one {@link dev.chesterton.settings.Settings} record out, handed down from
 * there.
 *
 * <p>Nothing else in the house reads configuration, the environment or home folders; a key that
 * nobody knows is an error that names the nearest known one.
 */
@NullMarked
package dev.chesterton.settings;

import org.jspecify.annotations.NullMarked;
