/** Benchmarks of single steps; what users wait for, whole processes, is measured by {@code bench/run}. */
@NullMarked
package dev.chesterton.bench;

import org.jspecify.annotations.NullMarked;
