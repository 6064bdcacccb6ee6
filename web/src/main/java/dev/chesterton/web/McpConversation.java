package dev.chesterton.web;

import io.modelcontextprotocol.server.McpSyncServer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/** One conversation over standard input and output: it ends when the other side closes its end. */
final class McpConversation {
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * Answers until the other side has ended.
   *
   * @param out carries nothing but the protocol
   */
  void hold(McpService service, InputStream in, OutputStream out) {
    McpSyncServer server = service.over(new Ending(in, service.pending()), out);
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.closeGracefully();
  }

  /** Tells when there is no more, though not before what was asked has been answered: the SDK would drop the answer. */
  private final class Ending extends FilterInputStream {
    private final McpPending pending;

    Ending(InputStream in, McpPending pending) {
      super(in);
      this.pending = pending;
    }

    @Override
    public int read() throws IOException {
      return told(super.read());
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return told(super.read(bytes, from, length));
    }

    private int told(int read) {
      if (read < 0) {
        try {
          pending.awaitQuiet();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        ended.countDown();
      }
      return read;
    }
  }
}
