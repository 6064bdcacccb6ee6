/**
 * The rules. Each fits one screen and reaches mail and git only through what
 * {@link dev.chesterton.finding.Rule#check} hands it.
 */
@NullMarked
package dev.chesterton.finding.rule;

import org.jspecify.annotations.NullMarked;
