package dev.chesterton.cli.hook;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file in the hooks folder. It knows the launcher and nothing else, and lets mail go where that is gone.
 *
 * @param launcher absolute
 * @param strict mail that cannot be checked is held back
 */
record HookScript(Path launcher, boolean strict) {

  /** What git calls. */
  static final String NAME = "sendemail-validate";

  /** What stood there before. */
  static final String BEFORE = NAME + ".before-chesterton";

  private static final String MARK = "#!/bin/sh\n# chesterton hook 1:";
  private static final Pattern QUOTED = Pattern.compile("chesterton=((?:'[^']*'|\\\\')+)\n");

  String text() {
    return MARK
        + """
             written by 'chesterton hook install', taken away by 'chesterton hook remove'.
            # git send-email calls it for each mail before anything is sent; what stood here before runs first.
            before=${0%/*}/@BEFORE@
            if [ -x "$before" ]; then
              "$before" "$@" || exit
            fi
            strict=@STRICT@
            chesterton=@LAUNCHER@
            if [ -x "$chesterton" ]; then
              "$chesterton" hook run ${strict:+--strict} -- "$@"
              code=$?
              case $code in
                0 | 1) exit $code ;;
              esac
              what="ended with $code"
            else
              what='is gone'
            fi
            if [ -n "$strict" ]; then
              echo "chesterton: $chesterton $what; not checked, so nothing is sent" >&2
              exit 1
            fi
            echo "chesterton: $chesterton $what; sent without a check" >&2
            """
            .replace("@BEFORE@", BEFORE)
            .replace("@STRICT@", strict ? "yes" : "")
            .replace("@LAUNCHER@", quoted(launcher.toString()));
  }

  /** Whether a text begins as ours do, whatever somebody has made of it since. */
  static boolean isOurs(String text) {
    return text.startsWith(MARK);
  }

  /** The script with exactly this text; empty where it is none of ours, or was changed. */
  static Optional<HookScript> read(String text) {
    Matcher launcher = QUOTED.matcher(text);
    return isOurs(text) && launcher.find()
        ? Optional.of(new HookScript(Path.of(plain(launcher.group(1))),
            text.contains("\nstrict=yes\n"))).filter(script -> script.text().equals(text))
        : Optional.empty();
  }

  /** For the shell: nothing in single quotes means anything but the quote itself. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String plain(String quoted) {
    return quoted.substring(1, quoted.length() - 1).replace("'\\''", "'");
  }
}
