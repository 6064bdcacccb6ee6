/**
 * URLs in, pages out.
 */
@NullMarked
package dev.chesterton.web;

import org.jspecify.annotations.NullMarked;
