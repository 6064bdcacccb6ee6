@NullMarked
package dev.chesterton.cli.hook;

import org.jspecify.annotations.NullMarked;
