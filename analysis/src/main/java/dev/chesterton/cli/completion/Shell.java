package dev.chesterton.cli.completion;

import picocli.CommandLine.Model.CommandSpec;

/** A shell, by the name of its program. The names are what users write. */
public enum Shell {
  bash, zsh, fish;

  /**
   * The script that makes this shell complete the words of a program, to be sourced.
   *
   * @param program with all its verbs
   */
  public String script(CommandSpec program) {
    Place top = Place.of(program);
    return switch (this) {
      case bash -> BashScript.of(top);
      case zsh -> ZshScript.of(top);
      case fish -> FishScript.of(top);
    };
  }

  /** Quoted, so that a shell takes every character as it is. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
