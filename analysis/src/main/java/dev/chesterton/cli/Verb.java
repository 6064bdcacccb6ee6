package dev.chesterton.cli;

import dev.chesterton.cli.manual.Prose;
import java.util.List;
import java.util.concurrent.Callable;

/** One verb of the command line. */
abstract class Verb implements Callable<Integer>, Prose.Told {

  abstract ExitCode run();

  /** Verbs of its own, as in {@code rules list}; none mostly. */
  List<Verb> parts() {
    return List.of();
  }

  /** What its manual page says beside the declarations. */
  @Override
  public Prose prose() {
    return Prose.NONE;
  }

  @Override
  public final Integer call() {
    return run().number();
  }
}
