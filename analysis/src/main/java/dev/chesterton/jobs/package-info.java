/**
 * What the runs that write a store did: in go the reports of a run, out come the record of the last ones and whether the
 * store is fresh.
 *
 * <p>Kept as lines of JSON beside the index, so that the pages can tell it without asking the archives; no clock is read
 * here.
 */
@NullMarked
package dev.chesterton.jobs;

import org.jspecify.annotations.NullMarked;
