/** Small C texts written for these tests in kernel style, and properties under printed seeds. */
@NullMarked
package dev.chesterton.syntax;

import org.jspecify.annotations.NullMarked;
