/**
 * Mails and commits in, links between them out, each with the reason it is believed.
 *
 * <p>A link never stands without {@link dev.chesterton.link.Evidence}, and a weak one says so. Everything asked here has
 * a date bound: nothing sent or committed later is looked at.
 */
@NullMarked
package dev.chesterton.link;

import org.jspecify.annotations.NullMarked;
