@NullMarked
package dev.chesterton.link;

import org.jspecify.annotations.NullMarked;
