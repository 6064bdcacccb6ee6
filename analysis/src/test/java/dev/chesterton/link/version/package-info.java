/** Tests of telling the versions of a series. */
@NullMarked
package dev.chesterton.link.version;

import org.jspecify.annotations.NullMarked;
