@NullMarked
package dev.chesterton.finding;

import org.jspecify.annotations.NullMarked;
