/** What the template compiler makes of {@code src/main/jte}; nothing is written here by hand. */
@NullMarked
package dev.chesterton.web.template;

import org.jspecify.annotations.NullMarked;
