@NullMarked
package dev.chesterton.finding.rule;

import org.jspecify.annotations.NullMarked;
