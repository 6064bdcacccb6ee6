@NullMarked
package dev.chesterton.link.remark;

import org.jspecify.annotations.NullMarked;
