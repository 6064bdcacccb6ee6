/**
 * The front door: who may ask, what every answer carries, and what is said when something goes wrong.
 */
@NullMarked
package dev.chesterton.web.door;

import org.jspecify.annotations.NullMarked;
