package dev.chesterton.notes;

/** Something a reader wrote, as it is kept. */
public sealed interface Entry permits Note, Answer, PatchState {

  /** Made from what it says. */
  EntryId id();
}
