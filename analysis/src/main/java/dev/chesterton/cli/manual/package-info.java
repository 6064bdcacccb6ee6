/** Manual pages out of the declarations of the verbs. */
@NullMarked
package dev.chesterton.cli.manual;

import org.jspecify.annotations.NullMarked;
