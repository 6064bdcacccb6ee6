package dev.chesterton.web.view;

/**
 * The page of one note.
 *
 * @param review address of the page of its patch
 * @param patch its Message-ID
 */
public record NotePageView(NoteView note, AccessView access, String review, Words patch) {}
