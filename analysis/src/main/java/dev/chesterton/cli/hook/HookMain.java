package dev.chesterton.cli.hook;

import dev.chesterton.cli.Outside;
import java.util.List;

/** The hook as the launcher starts it. It ends with a {@link Decision#code}. */
final class HookMain {
  private HookMain() {}

  public static void main(String[] arguments) {
    Outside outside = Outside.ofThisProcess();
    Decision decision = decide(List.of(arguments), outside);
    outside.out().flush();
    outside.err().flush();
    // A thread that hangs must not hinder the end.
    Runtime.getRuntime().halt(decision.code());
  }

  static Decision decide(List<String> arguments, Outside outside) {
    return HookCall.of(arguments)
        .map(call -> SendHook.run(call, outside, Sender.of(ProcessHandle.current())))
        .orElse(Decision.LET_GO);
  }
}
