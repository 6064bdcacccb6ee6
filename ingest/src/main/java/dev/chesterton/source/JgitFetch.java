package dev.chesterton.source;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/**
 * One conversation with a git server: what it has, and the objects of its HEAD. Refs are not touched here; tags and
 * other branches are not asked for.
 */
final class JgitFetch implements AutoCloseable {
  private final JgitEpoch epoch;
  private final Transport transport;
  private final FetchConnection connection;

  /** Asks the server for its refs. */
  JgitFetch(JgitEpoch epoch, URI address, SiteConnections connections) throws IOException {
    this.epoch = epoch;
    this.transport = open(epoch, address, connections);
    try {
      this.connection = transport.openFetch();
    } catch (IOException | RuntimeException e) {
      transport.close();
      throw e;
    }
  }

  private static Transport open(JgitEpoch epoch, URI address, SiteConnections connections)
      throws IOException {
    try {
      Transport transport = Transport.open(epoch.repository(), new URIish(address.toString()));
      transport.setTagOpt(TagOpt.NO_TAGS);
      transport.setCredentialsProvider(null);
      ((TransportHttp) transport).setHttpConnectionFactory(connections);
      return transport;
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** The commit of the server's HEAD, or of its only branch; empty where it has none yet. */
  Optional<ObjectId> tip() throws IOException {
    return wanted().map(Ref::getObjectId);
  }

  private Optional<Ref> wanted() throws IOException {
    Ref head = connection.getRef(Constants.HEAD);
    if (head != null && head.getObjectId() != null) {
      return Optional.of(head);
    }
    List<Ref> branches = connection.getRefs()
        .stream()
        .filter(ref -> ref.getName().startsWith(Constants.R_HEADS))
        .toList();
    if (branches.size() > 1) {
      throw new IOException("the server has " + branches.size() + " branches and no HEAD");
    }
    return branches.stream().findFirst();
  }

  /** As the manifest has it: SHA-1 of what {@code git show-ref} prints (grok-manifest(1)). */
  String fingerprint() {
    TreeMap<String, String> ids = new TreeMap<>();
    connection.getRefs()
        .stream()
        .filter(ref -> ref.getName().startsWith(Constants.R_REFS) && ref.getObjectId() != null)
        .forEach(ref -> ids.put(ref.getName(), ref.getObjectId().name()));
    StringBuilder shown = new StringBuilder();
    ids.forEach((name, id) -> shown.append(id).append(' ').append(name).append('\n'));
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1")
              .digest(shown.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Brings the objects below the tip that are not here. */
  void fetch() throws IOException {
    Set<ObjectId> known = epoch.tip().map(Set::of).orElse(Set.of());
    connection.fetch(NullProgressMonitor.INSTANCE, List.of(wanted().orElseThrow()), known);
  }

  @Override
  public void close() {
    connection.close();
    transport.close();
  }
}
