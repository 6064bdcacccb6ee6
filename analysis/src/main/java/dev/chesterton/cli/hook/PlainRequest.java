package dev.chesterton.cli.hook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One POST over a socket, as HTTP/1.0, in which an answer ends with its connection: what the JDK's clients load and set up
 * for the first request takes longer than a server takes to answer.
 */
record PlainRequest(URI address, int timeoutMillis) {
  private static final int HTTP_PORT = 80;
  private static final String END = "\r\n\r\n";

  /** The answer with its head: a status line, fields, an empty line, the body. */
  byte[] post(byte[] body, int mostBytes) throws IOException {
    try (Socket socket = new Socket(Proxy.NO_PROXY)) {
      int port = address.getPort() < 0 ? HTTP_PORT : address.getPort();
      socket.connect(new InetSocketAddress(address.getHost(), port), timeoutMillis);
      socket.setSoTimeout(timeoutMillis);
      OutputStream out = socket.getOutputStream();
      out.write(head(body.length).getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.flush();
      InputStream in = socket.getInputStream();
      byte[] answer = in.readNBytes(mostBytes + 1);
      if (answer.length > mostBytes) {
        throw new IOException("its answer is longer than " + mostBytes + " bytes");
      }
      return answer;
    }
  }

  private String head(int length) {
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return "POST " + address.getRawPath() + query + " HTTP/1.0\r\nHost: "
        + address.getRawAuthority() + "\r\nContent-Type: message/rfc822\r\n"
        + "Accept: application/json\r\nContent-Length: " + length + END;
  }

  /** The head of an answer in lower case; empty where it has none. */
  static String head(byte[] answer) {
    int end = end(answer);
    return end < 0 ? ""
        : new String(answer, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
  }

  /** What stands behind the head. */
  static byte[] body(byte[] answer) {
    return Arrays.copyOfRange(answer, end(answer) + END.length(), answer.length);
  }

  private static int end(byte[] answer) {
    return new String(answer, StandardCharsets.ISO_8859_1).indexOf(END);
  }
}
