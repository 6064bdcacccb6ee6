package dev.chesterton.web.door;

import dev.chesterton.web.view.ErrorView.Hint;
import java.util.List;

/** A page that cannot be given, for a reason the reader can act on. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final transient List<Hint> hints;
  private final int waitSeconds;

  private Refusal(int status, String why, List<Hint> hints) {
    this(status, why, hints, 0);
  }

  private Refusal(int status, String why, List<Hint> hints, int waitSeconds) {
    super(why, null, false, false);
    this.status = status;
    this.hints = List.copyOf(hints);
    this.waitSeconds = waitSeconds;
  }

  /**
   * What was asked for is not here.
   *
   * @param why without a full stop
   */
  public static Refusal notFound(String why, Hint... hints) {
    return new Refusal(404, why, List.of(hints));
  }

  /**
   * The question cannot be understood.
   *
   * @param why without a full stop
   */
  public static Refusal badRequest(String why, Hint... hints) {
    return new Refusal(400, why, List.of(hints));
  }

  /**
   * What was sent is longer than is read.
   *
   * @param why without a full stop
   */
  public static Refusal tooLarge(String why) {
    return new Refusal(413, why, List.of());
  }

  /** The server does as much at a time as it has room for. */
  public static Refusal busy(int waitSeconds) {
    return new Refusal(503, "the server is busy with pages as large as this one; ask again in "
        + waitSeconds + " s", List.of(), waitSeconds);
  }

  /** One address asks more than is fair to others. */
  static Refusal tooMany(int waitSeconds) {
    return new Refusal(429, "too many questions from this address; ask again in " + waitSeconds
        + " s", List.of(), waitSeconds);
  }

  /**
   * Somebody else was quicker.
   *
   * @param why without a full stop
   */
  public static Refusal changed(String why, Hint... hints) {
    return new Refusal(409, why, List.of(hints));
  }

  /**
   * The token is not the right one.
   *
   * @param why without a full stop
   */
  public static Refusal notAllowed(String why, Hint... hints) {
    return new Refusal(403, why, List.of(hints));
  }

  /** Seconds after which asking again may help; 0 where waiting does not. */
  int waitSeconds() {
    return waitSeconds;
  }

  int status() {
    return status;
  }

  List<Hint> hints() {
    return hints;
  }
}
