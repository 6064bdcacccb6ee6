package dev.chesterton.web.door;

/**
 * Somebody who may write.
 *
 * @param name as he gave it when he signed in; empty for a program, which gives it with each request
 * @param form goes into each form of his pages and comes back with it; empty for a program
 */
public record Writer(String name, String form) {}
