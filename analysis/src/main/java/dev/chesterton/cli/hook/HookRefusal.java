package dev.chesterton.cli.hook;

/** Something stands in the hooks folder that is not ours to change; one line that says what to do. */
public final class HookRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  HookRefusal(String message) {
    super(message);
  }
}
