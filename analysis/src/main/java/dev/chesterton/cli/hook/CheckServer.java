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

  private static final String OK = "200";
  private static final String TOO_MANY = "429";

  /** Where the status stands behind {@code HTTP/1.1}. */
  private static final int STATUS_BEGIN = 9;
  private static final int STATUS_END = 12;

  private static final int MOST_SECONDS = 3_600;

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
      URI asked = asked(query);
      return "http".equals(asked.getScheme()) ? plain(asked, mails) : secured(asked, mails);
    } catch (ServerBusy e) {
      throw e;
    } catch (IOException e) {
      throw new IOException("no check by " + address + ": " + e.getMessage(), e);
    }
  }

  private URI asked(String query) {
    String base = address.toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + "api/check"
        + (query.isEmpty() ? "" : "?" + query));
  }

  private byte[] plain(URI asked, byte[] mails) throws IOException {
    byte[] answer = new PlainRequest(asked, millis()).post(mails, MOST_ANSWER_BYTES);
    String head = PlainRequest.head(answer);
    if (!head.startsWith("http/1.") || head.length() < STATUS_END) {
      throw new IOException("it does not answer as a server of pages does");
    }
    refuse(head.substring(STATUS_BEGIN, STATUS_END), retryAfter(head));
    return PlainRequest.body(answer);
  }

  private static int retryAfter(String head) {
    String field = "\nretry-after:";
    int at = head.indexOf(field);
    int end = at < 0 ? -1 : at + field.length();
    while (end >= 0 && end < head.length() && head.charAt(end) == ' ') {
      end++;
    }
    int value = 0;
    while (end >= 0 && end < head.length() && Character.isDigit(head.charAt(end))
        && value < MOST_SECONDS) {
      value = value * 10 + Character.digit(head.charAt(end), 10);
      end++;
    }
    return Math.max(1, value);
  }

  private byte[] secured(URI asked, byte[] mails) throws IOException {
    HttpURLConnection connection = open(asked);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(mails);
    }
    refuse(connection.getResponseCode() + "", connection.getHeaderFieldInt("Retry-After", 1));
    try (InputStream in = connection.getInputStream()) {
      byte[] answer = in.readNBytes(MOST_ANSWER_BYTES + 1);
      if (answer.length > MOST_ANSWER_BYTES) {
        throw new IOException("its answer is longer than " + MOST_ANSWER_BYTES + " bytes");
      }
      return answer;
    }
  }

  private void refuse(String status, int retryAfter) throws IOException {
    if (status.equals(TOO_MANY)) {
      throw new ServerBusy(address(), retryAfter);
    }
    if (!status.equals(OK)) {
      throw new IOException("it answers with status " + status);
    }
  }

  private int millis() {
    return (int) Math.min(Integer.MAX_VALUE, timeout.toMillis());
  }

  private HttpURLConnection open(URI asked) throws IOException {
    URLConnection connection = asked.toURL().openConnection(Proxy.NO_PROXY);
    if (!(connection instanceof HttpURLConnection http)) {
      throw new IOException("no http address");
    }
    http.setConnectTimeout(millis());
    http.setReadTimeout(millis());
    http.setInstanceFollowRedirects(false);
    http.setRequestMethod("POST");
    http.setDoOutput(true);
    http.setUseCaches(false);
    http.setRequestProperty("Content-Type", "message/rfc822");
    http.setRequestProperty("Accept", "application/json");
    return http;
  }
}
