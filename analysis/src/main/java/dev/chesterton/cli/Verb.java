package dev.chesterton.cli;

import java.util.concurrent.Callable;

/** One verb of the command line. */
abstract class Verb implements Callable<Integer> {

  abstract ExitCode run();

  @Override
  public final Integer call() {
    return run().number();
  }
}
