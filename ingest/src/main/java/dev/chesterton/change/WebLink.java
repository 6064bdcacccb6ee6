package dev.chesterton.change;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A web address as it stands in a line. It is read, never followed.
 *
 * @param start 0-based column
 * @param end 0-based column behind it
 * @param host lower case
 * @param rest path, query and anchor, without the first slash
 */
record WebLink(int start, int end, String host, String rest) {

  private static final String ENDS = "<>\"`|\\{}";
  private static final String LOOSE_ENDS = ".,;:!?'*_";

  /** Archives people name without {@code https://}. */
  private static final List<String> KNOWN_HOSTS = List.of("lore.kernel.org/", "lkml.kernel.org/",
      "patch.msgid.link/", "msgid.link/", "marc.info/", "git.kernel.org/");

  private static final String KNOWN_INITIALS = "lpmg";

  /** All addresses of a line, in order; each has a slash, and most lines have none. */
  static List<WebLink> in(String line) {
    if (line.indexOf('/') < 0) {
      return List.of();
    }
    List<WebLink> links = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      int host = hostAt(line, at);
      if (host < 0) {
        at++;
      } else {
        WebLink link = read(line, at, host);
        links.add(link);
        at = Math.max(link.end, at + 1);
      }
    }
    return links;
  }

  /** Column of the host of an address that begins here, or -1. */
  private static int hostAt(String line, int at) {
    char first = line.charAt(at);
    if (first == 'h' && line.startsWith("http", at)) {
      int colon = line.startsWith("https", at) ? at + 5 : at + 4;
      return line.startsWith("://", colon) ? colon + 3 : -1;
    }
    boolean likely = KNOWN_INITIALS.indexOf(first) >= 0
        && (at == 0 || !isHostChar(line.charAt(at - 1)));
    return likely && isKnownHost(line, at) ? at : -1;
  }

  private static boolean isKnownHost(String line, int at) {
    for (String host : KNOWN_HOSTS) {
      if (line.startsWith(host, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHostChar(char unit) {
    return Character.isLetterOrDigit(unit) || ".-@/".indexOf(unit) >= 0;
  }

  private static WebLink read(String line, int start, int host) {
    int end = host;
    while (end < line.length() && line.charAt(end) > ' ' && ENDS.indexOf(line.charAt(end)) < 0) {
      end++;
    }
    String loose = looseEnds(line.substring(host, end));
    while (end > host && loose.indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    String address = line.substring(host, end);
    int slash = address.indexOf('/');
    return slash < 0
        ? new WebLink(start, end, address.toLowerCase(Locale.ROOT), "")
        : new WebLink(start, end, address.substring(0, slash).toLowerCase(Locale.ROOT),
            address.substring(slash + 1));
  }

  /** Punctuation at the end belongs to the sentence, save a bracket that was opened inside. */
  private static String looseEnds(String address) {
    return LOOSE_ENDS + (address.indexOf('(') < 0 ? ")" : "")
        + (address.indexOf('[') < 0 ? "]" : "");
  }

  boolean covers(int column) {
    return column >= start && column < end;
  }

  /** Path without query and anchor, cut at slashes, percent-decoded. */
  List<String> segments() {
    List<String> segments = new ArrayList<>();
    String path = path();
    int from = 0;
    while (from < path.length()) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      segments.add(decoded(path.substring(from, to)));
      from = to + 1;
    }
    return segments;
  }

  private String path() {
    int end = rest.length();
    for (int i = 0; i < end; i++) {
      end = rest.charAt(i) == '?' || rest.charAt(i) == '#' ? i : end;
    }
    return rest.substring(0, end);
  }

  /** Value of {@code name=} in the query, percent-decoded; empty where it is missing. */
  String parameter(String name) {
    String query = rest.substring(path().length());
    int from = 0;
    while (from < query.length()) {
      int end = from + 1;
      while (end < query.length() && "?&;#".indexOf(query.charAt(end)) < 0) {
        end++;
      }
      if (query.startsWith(name + "=", from + 1)) {
        return decoded(query.substring(Math.min(end, from + name.length() + 2), end));
      }
      from = end;
    }
    return "";
  }

  /** Percent signs that begin no byte stay as they are. */
  static String decoded(String text) {
    try {
      return text.indexOf('%') < 0
          ? text
          : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
