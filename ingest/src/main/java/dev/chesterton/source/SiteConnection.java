package dev.chesterton.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * One request, without proxy, cookies, credentials and redirects, in the limits of {@link MirrorLimits}. JGit would set
 * other time limits and would fall back on walking through a server's files, which may name further servers.
 */
final class SiteConnection extends JDKHttpConnection {
  private static final String PACK = "/git-upload-pack";
  private static final String REFS = "/info/refs";
  private static final String REFS_TYPE = "application/x-git-upload-pack-advertisement";
  private static final Set<String> NOT_SENT = Set.of("accept-encoding", "authorization", "cookie");

  private final MirrorLimits limits;
  private @Nullable InputStream body;

  SiteConnection(URL url, MirrorLimits limits) throws IOException {
    super(url, Proxy.NO_PROXY);
    this.limits = limits;
    super.setConnectTimeout(Math.toIntExact(limits.connect().toMillis()));
    super.setReadTimeout(Math.toIntExact(limits.read().toMillis()));
    super.setInstanceFollowRedirects(false);
    super.setUseCaches(false);
  }

  private void checkType() throws IOException {
    String coding = getHeaderField("Content-Encoding");
    if (coding != null && !isPlain(coding)) {
      throw new IOException("'" + getURL() + "' answers packed, which was not asked for");
    }
    if (getURL().getPath().endsWith(REFS) && !isRefs()) {
      throw new IOException("'" + getURL() + "' does not speak git's smart HTTP");
    }
  }

  /** A manifest.js.gz is packed by itself; some servers say so here. */
  private boolean isPlain(String coding) {
    return coding.equalsIgnoreCase("identity")
        || getURL().getPath().endsWith(".gz") && coding.equalsIgnoreCase("gzip");
  }

  /** There is a git repository here. */
  boolean isRefs() {
    return REFS_TYPE.equals(getContentType());
  }

  @Override
  public InputStream getInputStream() throws IOException {
    if (body == null) {
      checkType();
      boolean isPack = getURL().getPath().endsWith(PACK);
      body = new LimitedStream(super.getInputStream(),
          isPack ? limits.packBytes() : limits.answerBytes(),
          isPack ? limits.packTime() : limits.answerTime());
    }
    return body;
  }

  @Override
  public void setRequestProperty(String key, String value) {
    if (!NOT_SENT.contains(key.toLowerCase(Locale.ROOT))) {
      super.setRequestProperty(key, value);
    }
  }

  @Override
  public void setConnectTimeout(int timeout) {
    // Ours stands.
  }

  @Override
  public void setReadTimeout(int timeout) {
    // Ours stands.
  }

  @Override
  public void setInstanceFollowRedirects(boolean follow) {
    // Never.
  }
}
