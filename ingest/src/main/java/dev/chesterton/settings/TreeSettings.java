package dev.chesterton.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One code repository.
 *
 * @param name begins with a letter or digit, then those and {@code . _ -}
 * @param path work tree or git folder, absolute
 * @param branch name of a branch, never a revision expression; the checked-out one when empty
 */
public record TreeSettings(String name, Path path, Optional<String> branch) {}
