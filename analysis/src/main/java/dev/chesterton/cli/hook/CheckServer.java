package dev.chesterton.cli.hook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;

/**
 * {@code POST /api/check} of the server of {@code chesterton.checkServer}. No redirect is followed and no proxy asked: what
 * is not sent yet goes to the configured address or nowhere.
 */
public final class CheckServer {

  /** For {@link #ask}: the findings alone, which is a small part of the work. */
  public static final String FINDINGS = "only=findings";

  /** More than a review of fifty patches takes. */
  private static final int MOST_ANSWER_BYTES = 32 << 20;

  private static final int OK = 200;
  private static final int TOO_MANY = 429;

  private final URI address;
  private final Duration timeout;

  /** @param timeout of the connection, and of each wait for a part of the answer */
  public CheckServer(URI address, Duration timeout) {
    this.address = address;
    this.timeout = timeout;
  }

  /** As the settings have it. */
  public String address() {
    return address.toString();
  }

  /**
   * Asks about one mail or a mailbox.
   *
   * @param query behind the question mark of the address; empty for the whole review as of now
   * @return JSON, as the server says; nothing of it is to be trusted
   * @throws ServerBusy where it wants to be asked later
   * @throws IOException where there is no answer, or none of use; names the server
   */
  public byte[] ask(byte[] mails, String query) throws IOException {
    try {
      HttpURLConnection connection = open(query);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(mails);
      }
      int status = connection.getResponseCode();
      if (status == TOO_MANY) {
        throw new ServerBusy(address(), connection.getHeaderFieldInt("Retry-After", 1));
      }
      if (status != OK) {
        throw new IOException("it answers with status " + status);
      }
      try (InputStream in = connection.getInputStream()) {
        byte[] answer = in.readNBytes(MOST_ANSWER_BYTES + 1);
        if (answer.length > MOST_ANSWER_BYTES) {
          throw new IOException("its answer is longer than " + MOST_ANSWER_BYTES + " bytes");
        }
        return answer;
      }
    } catch (ServerBusy e) {
      throw e;
    } catch (IOException e) {
      throw new IOException("no check by " + address + ": " + e.getMessage(), e);
    }
  }

  private HttpURLConnection open(String query) throws IOException {
    String base = address.toString();
    URI asked = URI.create((base.endsWith("/") ? base : base + "/") + "api/check"
        + (query.isEmpty() ? "" : "?" + query));
    URLConnection connection = asked.toURL().openConnection(Proxy.NO_PROXY);
    if (!(connection instanceof HttpURLConnection http)) {
      throw new IOException("no http address");
    }
    int millis = (int) Math.min(Integer.MAX_VALUE, timeout.toMillis());
    http.setConnectTimeout(millis);
    http.setReadTimeout(millis);
    http.setInstanceFollowRedirects(false);
    http.setRequestMethod("POST");
    http.setDoOutput(true);
    http.setUseCaches(false);
    http.setRequestProperty("Content-Type", "message/rfc822");
    http.setRequestProperty("Accept", "application/json");
    return http;
  }
}
