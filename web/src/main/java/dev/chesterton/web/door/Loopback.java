package dev.chesterton.web.door;

import java.util.Locale;

/** Names and addresses that lead to this machine and nowhere else. */
public final class Loopback {

  private Loopback() {}

  /** Whether a host, without port, is loopback; nothing is looked up, so that no resolver can lie. */
  public static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.equals("[::1]") || name.equals("::1")
        || isInNetwork127(name);
  }

  private static boolean isInNetwork127(String name) {
    String[] parts = name.split("\\.", -1);
    if (parts.length != 4 || !parts[0].equals("127")) {
      return false;
    }
    for (String part : parts) {
      if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(c -> c >= '0' && c <= '9')
          || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  /** The host of a Host header: what stands before the port. */
  static String hostOf(String header) {
    int colon = header.endsWith("]") ? -1 : header.lastIndexOf(':');
    return colon < 0 ? header : header.substring(0, colon);
  }
}
