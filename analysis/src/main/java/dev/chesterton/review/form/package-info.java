/**
 * Reviews in the forms that other programs read: SARIF for editors and servers of code, the arrays and lines of b4, the
 * body of a patchwork check.
 *
 * <p>What these programs expect stands with each form, with the place where they say so; docs/check.md tells users.
 */
@NullMarked
package dev.chesterton.review.form;

import org.jspecify.annotations.NullMarked;
