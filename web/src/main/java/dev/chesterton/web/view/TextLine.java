package dev.chesterton.web.view;

/**
 * One line of a mail or a commit message.
 *
 * @param id of its place on the page
 * @param number 1-based, padded
 * @param css {@code l}, with what it is where that is not plain text: {@code quote}, {@code quote2}, {@code add},
 *     {@code del} or {@code hunk}
 */
public record TextLine(String id, String number, String css, Words words) {}
