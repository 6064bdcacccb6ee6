package dev.chesterton.web.door;

import dev.chesterton.index.StoreException;
import dev.chesterton.source.ArchiveException;
import dev.chesterton.web.door.ErrorText.Failure;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns whatever a page throws into the error page. */
@ControllerAdvice
public final class ErrorPage {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

  private final ErrorText errors;

  public ErrorPage(ErrorText errors) {
    this.errors = errors;
  }

  /** Nobody is left to tell, and readers who close a page are no error of ours. */
  @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
  void readerIsGone(Exception thrown, HttpServletRequest request) {
    LOG.debug("{} {}: the reader closed the connection", RequestId.of(request),
        RequestId.asked(request), thrown);
  }

  @ExceptionHandler
  ResponseEntity<String> of(Exception thrown, HttpServletRequest request) {
    Failure failure = failure(thrown, request);
    if (failure.status() >= 500) {
      LOG.error("{} {}: {}", failure.id(), failure.asked(), RequestId.shortened(thrown.toString()),
          thrown);
    } else {
      LOG.info("{} {}: {} {}", failure.id(), failure.asked(), failure.status(), failure.why());
    }
    boolean json = ErrorText.isForProgram(request);
    return ResponseEntity.status(failure.status())
        .headers(headers -> wait(thrown, headers))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_TYPE,
            json ? "application/json" : "text/html;charset=UTF-8")
        .body(json ? ErrorText.json(failure) : errors.html(failure));
  }

  private static void wait(Exception thrown, HttpHeaders headers) {
    if (thrown instanceof Refusal refusal && refusal.waitSeconds() > 0) {
      headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(refusal.waitSeconds()));
    }
  }

  private static Failure failure(Exception thrown, HttpServletRequest request) {
    String asked = RequestId.asked(request);
    String id = RequestId.of(request);
    return switch (thrown) {
      case Refusal refusal -> new Failure(refusal.status(), asked,
          String.valueOf(refusal.getMessage()), refusal.hints(), id);
      case StoreException _,ArchiveException _ -> new Failure(503, asked,
          "the store or a tree cannot be read just now; the server's log says more", List.of(), id);
      case ErrorResponse spring when spring.getStatusCode().is4xxClientError() ->
        new Failure(spring.getStatusCode().value(), asked,
            spring.getStatusCode().value() == 404 ? "no page has this address"
                : "the address or one of its parameters cannot be read",
            List.of(), id);
      case TypeMismatchException _,InvalidParameterException _ -> new Failure(400, asked,
          "the address or one of its parameters cannot be read", List.of(), id);
      default -> new Failure(500, asked,
          "something went wrong that should not; the server's log says more under this id",
          List.of(), id);
    };
  }
}
