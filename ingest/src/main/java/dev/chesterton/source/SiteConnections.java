package dev.chesterton.source;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Set;
import org.eclipse.jgit.transport.UserAgent;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;

/** Opens connections to one server and to no other, for JGit and for the manifest. */
final class SiteConnections implements HttpConnectionFactory {
  /** As many as JGit follows. */
  private static final int MAX_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(HttpURLConnection.HTTP_MOVED_PERM,
      HttpURLConnection.HTTP_MOVED_TEMP, HttpURLConnection.HTTP_SEE_OTHER, 307, 308);

  private final MirrorSite site;
  private final MirrorLimits limits;

  SiteConnections(MirrorSite site, MirrorLimits limits) {
    this.site = site;
    this.limits = limits;
  }

  /** Redirects of JGit come through here too, and end here when they lead elsewhere. */
  @Override
  public HttpConnection create(URL url) throws IOException {
    return open(uri(url.toString()));
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    return create(url);
  }

  /** What the address answers, whatever the status; redirects of the same server are followed. */
  SiteConnection get(URI address) throws IOException {
    URI next = address;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      SiteConnection connection = open(next);
      connection.setRequestProperty("User-Agent", UserAgent.get());
      if (!REDIRECTS.contains(connection.getResponseCode())) {
        return connection;
      }
      URI target = next.resolve(uri(location(connection)));
      if (!MirrorSite.of(next).covers(target)) {
        throw elsewhere(target);
      }
      next = target;
    }
    throw new IOException("'" + address + "' leads on more than " + MAX_REDIRECTS + " times");
  }

  private static String location(SiteConnection connection) throws IOException {
    String location = connection.getHeaderField("Location");
    if (location == null || location.isEmpty()) {
      throw new IOException("the server leads on from '" + connection.getURL() + "' to nowhere");
    }
    return location;
  }

  private SiteConnection open(URI address) throws IOException {
    if (!site.covers(address)) {
      throw elsewhere(address);
    }
    return new SiteConnection(address.toURL(), limits);
  }

  private IOException elsewhere(URI target) {
    return new IOException("the server leads on to '" + target + "', which is not '" + site.scheme()
        + "://" + site.host() + ":" + site.port()
        + "' and is not followed; name it yourself if it is right");
  }

  private static URI uri(String text) throws IOException {
    try {
      return new URI(text);
    } catch (URISyntaxException _) {
      throw new IOException("the server leads on to '" + text + "', which is no address");
    }
  }
}
