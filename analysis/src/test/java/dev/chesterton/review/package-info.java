@NullMarked
package dev.chesterton.review;

import org.jspecify.annotations.NullMarked;
