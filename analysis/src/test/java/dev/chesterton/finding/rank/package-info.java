@NullMarked
package dev.chesterton.finding.rank;

import org.jspecify.annotations.NullMarked;
