/**
 * What templates are handed: plain values, ready to be shown.
 *
 * <p>In come reviews, mails and commits; out go texts taken apart into pieces ({@link dev.chesterton.web.view.Words}) and
 * addresses built in one place ({@link dev.chesterton.web.view.Address}). Nothing here asks the store on its own account,
 * and nothing makes HTML: a drawing ({@link dev.chesterton.web.view.FenceLine},
 * {@link dev.chesterton.web.view.VersionChain}, {@link dev.chesterton.web.view.ThreadShape}) is places and path data, which
 * its template sets between words that say the same.
 */
@NullMarked
package dev.chesterton.web.view;

import org.jspecify.annotations.NullMarked;
