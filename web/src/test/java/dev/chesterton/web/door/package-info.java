/** Which names and which signatures the front door believes. */
@NullMarked
package dev.chesterton.web.door;

import org.jspecify.annotations.NullMarked;
