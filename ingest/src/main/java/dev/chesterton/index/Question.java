package dev.chesterton.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Something asked of files, which may fail on disk. */
interface Question<T> {

  T ask() throws IOException;

  /** The answer, or a failure in the words of who asks. */
  default T answer(Function<Exception, StoreException> failure) {
    try {
      return ask();
    } catch (IOException | UncheckedIOException e) {
      throw failure.apply(e);
    }
  }
}
