package dev.chesterton.web.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * What the server says when a request is too broken to reach a page. Its own page would name version and cause; this one
 * names neither.
 */
public final class ConnectorErrors extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    SecurityHeaders.addTo(response::setHeader);
    response.setHeader("Cache-Control", "no-store");
    if (status == 405) {
      response.setHeader("Allow", "GET, HEAD");
    }
    response.setContentType("text/html;charset=UTF-8");
    try {
      response.getOutputStream().write(page(status).getBytes(StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      // The client is gone or the answer has begun: there is nobody left to tell.
      return;
    }
  }

  private static String page(int status) {
    String title = ErrorText.title(status);
    return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
        + "</title></head><body><main><h1>" + title + "</h1><p>The request was answered with "
        + status + ". Request id: " + RequestId.next()
        + ".</p><p>Try <a href=\"/help\">the help page</a>.</p></main></body></html>\n";
  }
}
