package dev.chesterton.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipException;

/**
 * Finds the lists at an address: by its manifest (grok-manifest(1), public-inbox-clone(1)), and where it has none by
 * asking for epoch after epoch.
 *
 * <p>Addresses of epochs are made of the address the operator gave and of names and numbers that were checked; an
 * address the server sends is never used.
 */
final class ListFinder {
  private static final String MANIFEST = "manifest.js.gz";
  private static final String REFS = "info/refs?service=git-upload-pack";
  /** lore names epochs {@code LIST/0}; what serves the folders themselves has {@code LIST/git/0.git}. */
  private static final List<String> EPOCHS = List.of("%d/", "git/%d.git/");
  /** A list of millions of mails has some twenty; whoever says yes to every number is stopped here. */
  private static final int MAX_PROBED = 1_000;
  private static final Set<Integer> MISSING = Set.of(HttpURLConnection.HTTP_NOT_FOUND,
      HttpURLConnection.HTTP_GONE);

  private final SiteConnections connections;
  private final MirrorLimits limits;
  private final URI base;

  /** @param address one without complaint, of an inbox, of what lies above many, or of a manifest */
  ListFinder(URI address, SiteConnections connections, MirrorLimits limits) {
    this.connections = connections;
    this.limits = limits;
    String path = address.getRawPath();
    String folder = path.endsWith(MANIFEST)
        ? path.substring(0, path.length() - MANIFEST.length())
        : path;
    this.base = address.resolve(folder.endsWith("/") ? folder : folder + "/");
  }

  /**
   * The lists in the order of their names.
   *
   * @throws ArchiveException when the server cannot be reached, or has no archive there
   */
  Parsed<List<OfferedList>> find() {
    try {
      Optional<Parsed<List<ManifestEntry>>> manifest = manifest();
      if (manifest.isEmpty()) {
        return new Parsed<>(List.of(probed()), List.of());
      }
      List<Problem> problems = new ArrayList<>(manifest.get().problems());
      List<OfferedList> lists = lists(manifest.get().value(), problems);
      if (lists.isEmpty()) {
        throw new ArchiveException("no mail archive in the manifest of '" + base + "'"
            + (problems.isEmpty() ? "" : ": " + problems.getFirst().what()));
      }
      return new Parsed<>(lists, problems);
    } catch (IOException e) {
      throw new ArchiveException("cannot mirror '" + base + "': " + Cause.of(e), e);
    }
  }

  private Optional<Parsed<List<ManifestEntry>>> manifest() throws IOException {
    URI address = base.resolve(MANIFEST);
    SiteConnection answer = connections.get(address);
    if (MISSING.contains(answer.getResponseCode())) {
      return Optional.empty();
    }
    checkFound(address, answer);
    try (InputStream in = answer.getInputStream()) {
      return Optional.of(Manifest.read(in, address.toString(), limits));
    } catch (ZipException _) {
      throw new IOException("'" + address + "' is no gzip but " + answer.getContentType());
    }
  }

  /** Of an inbox only its own entries count, of what lies above many those right below it. */
  private List<OfferedList> lists(List<ManifestEntry> entries, List<Problem> problems) {
    String own = ownName();
    List<ManifestEntry> ofInbox = entries.stream()
        .filter(entry -> entry.list().equals(own))
        .toList();
    Map<String, List<ManifestEntry>> byList = new TreeMap<>();
    for (ManifestEntry entry : ofInbox.isEmpty() ? entries : ofInbox) {
      if (!ofInbox.isEmpty() || entry.above().isEmpty() || isAbove(entry.above())) {
        byList.computeIfAbsent(entry.list(), _ -> new ArrayList<>()).add(entry);
      } else {
        problems.add(new Problem(base.toString(), "'" + entry.above() + "/" + entry.list()
            + "' does not lie right below it: left out"));
      }
    }
    return byList.entrySet()
        .stream()
        .map(list -> list(ofInbox.isEmpty() ? base.resolve(list.getKey() + "/") : base,
            list.getKey(), list.getValue()))
        .toList();
  }

  private boolean isAbove(String path) {
    return base.getRawPath().equals(path + "/");
  }

  /** Where a list has epochs, an entry without one is what public-inbox makes for old addresses. */
  private static OfferedList list(URI inbox, String name, List<ManifestEntry> entries) {
    Map<Integer, OfferedEpoch> epochs = new TreeMap<>();
    entries.forEach(entry -> entry.epoch()
        .ifPresent(number -> epochs.put(number, new OfferedEpoch(number,
            inbox.resolve("git/" + number + ".git"), entry.fingerprint()))));
    if (epochs.isEmpty()) {
      epochs.put(0, new OfferedEpoch(0, withoutSlash(inbox), entries.getFirst().fingerprint()));
    }
    return new OfferedList(name, List.copyOf(epochs.values()));
  }

  private OfferedList probed() throws IOException {
    for (String form : EPOCHS) {
      List<OfferedEpoch> epochs = probed(form);
      if (!epochs.isEmpty()) {
        return new OfferedList(ownName(), epochs);
      }
    }
    if (!isRepository(base)) {
      throw new ArchiveException("no public-inbox at '" + base + "': neither '" + MANIFEST
          + "' nor epoch 0 nor a git repository is there; name the address of a list's first page");
    }
    return new OfferedList(ownName(),
        List.of(new OfferedEpoch(0, withoutSlash(base), Optional.empty())));
  }

  private List<OfferedEpoch> probed(String form) throws IOException {
    List<OfferedEpoch> epochs = new ArrayList<>();
    for (int number = 0; number < MAX_PROBED; number++) {
      URI epoch = base.resolve(form.formatted(number));
      if (!isRepository(epoch)) {
        break;
      }
      epochs.add(new OfferedEpoch(number, withoutSlash(epoch), Optional.empty()));
    }
    return epochs;
  }

  /** A page where refs should be is no repository either: some servers never say that a thing is missing. */
  private boolean isRepository(URI folder) throws IOException {
    URI address = folder.resolve(REFS);
    SiteConnection answer = connections.get(address);
    if (MISSING.contains(answer.getResponseCode())) {
      return false;
    }
    checkFound(address, answer);
    if (!answer.isRefs()) {
      return false;
    }
    answer.getInputStream().close();
    return true;
  }

  private static void checkFound(URI address, SiteConnection answer) throws IOException {
    if (answer.getResponseCode() != HttpURLConnection.HTTP_OK) {
      throw new IOException("'" + address + "' answers " + answer.getResponseCode() + " "
          + answer.getResponseMessage());
    }
  }

  /** The last part of the address; empty for that of a whole server. */
  private String ownName() {
    String[] parts = base.getPath().split("/");
    return parts.length == 0 ? "" : parts[parts.length - 1];
  }

  private static URI withoutSlash(URI folder) {
    String text = folder.toString();
    return URI.create(text.substring(0, text.length() - 1));
  }
}
