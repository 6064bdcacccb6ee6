/** Who may ask, and which names and signatures the front door believes. */
@NullMarked
package dev.chesterton.web.door;

import org.jspecify.annotations.NullMarked;
