/**
 * A mail in, what it says for or against a patch out: objections, refusals and questions, each with its line.
 *
 * <p>Words are weighed, not understood: {@code cues.txt} says how much a phrase speaks against or for what it answers, and
 * a paragraph whose phrases come to enough is an objection. No name of a person or list is in it.
 */
@NullMarked
package dev.chesterton.link.remark;

import org.jspecify.annotations.NullMarked;
