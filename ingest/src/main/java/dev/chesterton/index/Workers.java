package dev.chesterton.index;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Threads that take mails apart while another reads on. What waits is bounded by its bytes, so that memory does not
 * depend on the archive.
 */
final class Workers implements AutoCloseable {

  /** Bytes of mails read and not yet indexed; a mail in work takes several times its size. */
  private static final int WAITING_KIB = 32 << 10;

  /** What the smallest mail or commit weighs once it is an object with its parts. */
  private static final int LEAST_KIB = 4;

  private final Semaphore room = new Semaphore(WAITING_KIB);
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private final ExecutorService threads;

  /** @param count of threads; 0 is one for each processor */
  Workers(int count) {
    threads = Executors
        .newFixedThreadPool(count > 0 ? count : Runtime.getRuntime().availableProcessors());
  }

  /**
   * Runs a task some time soon; waits while too much is under way.
   *
   * @throws RuntimeException what an earlier task threw
   */
  void submit(int bytes, Runnable task) {
    throwFailure();
    int permits = Math.clamp(bytes >> 10, LEAST_KIB, WAITING_KIB);
    room.acquireUninterruptibly(permits);
    threads.execute(() -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        failure.compareAndSet(null, e);
      } catch (Error e) {
        failure.compareAndSet(null, new IllegalStateException("a worker died: " + e, e));
      } finally {
        room.release(permits);
      }
    });
  }

  /** Waits until all tasks are done. */
  void finish() {
    room.acquireUninterruptibly(WAITING_KIB);
    room.release(WAITING_KIB);
    throwFailure();
  }

  private void throwFailure() {
    RuntimeException thrown = failure.get();
    if (thrown != null) {
      throw thrown;
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
