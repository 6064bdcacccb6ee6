/** Who may ask. */
@NullMarked
package dev.chesterton.web.door;

import org.jspecify.annotations.NullMarked;
