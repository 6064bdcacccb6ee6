/** Pages asked for over HTTP, from a store made of the samples. */
@NullMarked
package dev.chesterton.web;

import org.jspecify.annotations.NullMarked;
