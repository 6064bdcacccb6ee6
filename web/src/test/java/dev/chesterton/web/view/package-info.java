/** How texts are taken apart. */
@NullMarked
package dev.chesterton.web.view;

import org.jspecify.annotations.NullMarked;
