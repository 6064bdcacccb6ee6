package dev.chesterton.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A running server: pages of one store on one address. Closing it lets requests under way end first. */
final class PageServer implements AutoCloseable {

  private final OpenStore store;
  private final AnnotationConfigServletWebServerApplicationContext context;
  private final ListenAddress address;

  private PageServer(OpenStore store, AnnotationConfigServletWebServerApplicationContext context,
      ListenAddress address) {
    this.store = store;
    this.context = context;
    this.address = address;
  }

  /**
   * Starts to answer.
   *
   * @throws dev.chesterton.index.StoreException where there is no store, or it cannot be read
   * @throws UncheckedIOException where the port is taken
   */
  static PageServer start(StoreAccess access, Readers readers, ListenAddress address, Clock clock) {
    OpenStore store = new OpenStore(access.folder(), access.limits(), access.trees());
    var context = new AnnotationConfigServletWebServerApplicationContext();
    Served served = new Served(store, access.rules(),
        new JobStatus(store, access.expected(), clock), address.inet(), address.port(),
        Long.toString(clock.millis(), Character.MAX_RADIX), readers, clock);
    context.getBeanFactory().registerSingleton("served", served);
    context.register(WebConfiguration.class, FormsConfiguration.class);
    if (access.mcp()) {
      context.register(McpConfiguration.class);
    }
    try {
      context.refresh();
    } catch (RuntimeException e) {
      store.close();
      throw portTaken(e).map(cause -> (RuntimeException) cause).orElse(e);
    }
    return new PageServer(store, context, address);
  }

  private static Optional<UncheckedIOException> portTaken(RuntimeException thrown) {
    return Stream.iterate((Throwable) thrown, cause -> cause != null, Throwable::getCause)
        .filter(PortInUseException.class::isInstance)
        .map(cause -> "cannot listen on port " + ((PortInUseException) cause).getPort()
            + ": it is taken; name another with --listen")
        .map(message -> new UncheckedIOException(message, new IOException(message)))
        .findFirst();
  }

  /** With the port that was taken, ends in {@code /}. */
  String url() {
    int port = Optional.ofNullable(context.getWebServer())
        .orElseThrow(() -> new IllegalStateException("the server has not started"))
        .getPort();
    return "http://" + address.host() + ":" + port + "/";
  }

  /** Methods and addresses that are really answered, as {@code GET /path}, for the test of their declaration. */
  Set<String> mapped() {
    return context.getBean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .stream()
        .flatMap(mapping -> mapping.getMethodsCondition()
            .getMethods()
            .stream()
            .flatMap(
                method -> mapping.getPatternValues().stream().map(path -> method + " " + path)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  FlaggedList flagged() {
    return context.getBean(FlaggedList.class);
  }

  @Override
  public void close() {
    context.close();
    store.close();
  }
}
