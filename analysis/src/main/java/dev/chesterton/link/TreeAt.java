package dev.chesterton.link;

import dev.chesterton.history.CommitId;
import dev.chesterton.history.SourceTree;

/** A code repository at the head of one of its branches. */
public record TreeAt(SourceTree tree, CommitId head) {}
