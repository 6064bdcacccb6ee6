/**
 * A repository in which a series applies in, and out what it says of the series: where its hunks really stand, the whole
 * functions around them, and who put up the lines that go.
 *
 * <p>Nothing here asks the index: the sender of a patch has the tree, and what stands in it is certain.
 */
@NullMarked
package dev.chesterton.review.base;

import org.jspecify.annotations.NullMarked;
