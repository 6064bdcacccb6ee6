/**
 * What templates are handed: plain values, ready to be shown.
 *
 * <p>In come reviews, mails and commits; out go texts taken apart into pieces ({@link dev.chesterton.web.view.Words}) and
 * addresses built in one place ({@link dev.chesterton.web.view.Address}). Nothing here asks the store on its own account,
 * and nothing makes HTML.
 */
@NullMarked
package dev.chesterton.web.view;

import org.jspecify.annotations.NullMarked;
