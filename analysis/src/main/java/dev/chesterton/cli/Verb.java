package dev.chesterton.cli;

import java.util.List;
import java.util.concurrent.Callable;

/** One verb of the command line. */
abstract class Verb implements Callable<Integer> {

  abstract ExitCode run();

  /** Verbs of its own, as in {@code rules list}; none mostly. */
  List<Verb> parts() {
    return List.of();
  }

  @Override
  public final Integer call() {
    return run().number();
  }
}
