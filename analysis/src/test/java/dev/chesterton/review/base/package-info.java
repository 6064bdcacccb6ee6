@NullMarked
package dev.chesterton.review.base;

import org.jspecify.annotations.NullMarked;
