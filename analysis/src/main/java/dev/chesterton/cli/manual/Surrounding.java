package dev.chesterton.cli.manual;

import java.util.List;

/**
 * Something outside of the program that it reads.
 *
 * @param name of a file or variable
 * @param meaning in sentences
 */
record Surrounding(String name, String meaning) {

  static final List<Surrounding> FILES = List.of(
      new Surrounding("$XDG_DATA_HOME/chesterton",
          "The store: index and mirrored archives. $XDG_DATA_HOME is ~/.local/share where it is"
              + " not set. --store and chesterton.store name another."),
      new Surrounding("$XDG_DATA_HOME/chesterton-notes/notes.db",
          "What readers of the pages wrote, beside the store and with its name."),
      new Surrounding("$XDG_CONFIG_HOME/chesterton/config",
          "Settings, in the syntax of git-config(1). $XDG_CONFIG_HOME is ~/.config where it is"
              + " not set. --config-file names another."),
      new Surrounding("$XDG_CONFIG_HOME/chesterton/rules",
          "Rules of the user, a file each. chesterton.rulesDir names further folders."));

  static final List<Surrounding> VARIABLES = List.of(
      new Surrounding("CHESTERTON_JAVA",
          "The JDK to run on, its folder or its java. Without it JAVA_HOME, PATH and the usual"
              + " folders are searched for one that is new enough."),
      new Surrounding("NO_COLOR", "Where it is set, help has no colour."),
      new Surrounding("XDG_DATA_HOME, XDG_CONFIG_HOME",
          "Above the folders of the store and of the settings."));

  static final String WHERE_SETTINGS_ARE = "chesterton(1) has all settings, and 'chesterton help"
      + " config' prints the present value of each with the place it comes from.";

  static final String SETTINGS = "Settings are read from the file of the user or --config-file,"
      + " then from the git configuration of the user (git config --global chesterton.KEY VALUE),"
      + " then from --config; the last one counts. Of the configuration of a repository only"
      + " rule.* and failOn are asked for.";
}
