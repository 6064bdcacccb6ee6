package dev.chesterton.web;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.index.StoreException;
import dev.chesterton.source.ArchiveException;
import dev.chesterton.web.door.Refusal;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The questions of this program over the Model Context Protocol, by the official SDK (docs/decisions/0013-mcp.md). All of
 * them only read; what a stranger wrote comes back in quotes, as JSON.
 */
final class McpService {
  /** Longest answer, in characters: the reader has to hold it all at once. */
  static final int MAX_CHARS = 200_000;
  /** Longest message read, in bytes: a patch of 1 MiB, escaped. */
  private static final int MAX_MESSAGE_BYTES = 4 << 20;
  private static final Logger LOG = LoggerFactory.getLogger(McpService.class);
  /** Under this the transport hands on who asks. */
  private static final String ADDRESS = "address";
  private static final String NAME = "chesterton";
  private static final String VERSION = "0.1";
  private static final String INSTRUCTIONS = "Answers why code is there from a git history and"
      + " mail archives, before a patch takes it away. Every statement carries its source."
      + McpTool.CAUTION;

  private final OpenStore store;
  private final List<McpTool> tools;
  private final Consumer<String> before;
  private final McpPending pending = new McpPending();

  /** For one who has started this process, and may ask as much as he likes. */
  McpService(OpenStore store, RuleBook rules, SiteAddress site) {
    this(store, rules, site, _ -> {});
  }

  /**
   * The tools over one store.
   *
   * @param site where the pages of this store are, for links
   * @param before is given the address that asks, before each answer; what it throws as a refusal is the answer
   */
  McpService(OpenStore store, RuleBook rules, SiteAddress site, Consumer<String> before) {
    this.store = store;
    this.before = before;
    McpSources sources = new McpSources(site);
    this.tools = Stream.of(List.of(new McpLines(sources).tool()), new McpCommits(sources).tools(),
        new McpMails(sources, new Checks(rules)).tools()).flatMap(List::stream).toList();
  }

  /** Answers what comes in as lines; closing it ends the conversation. */
  McpSyncServer over(InputStream in, OutputStream out) {
    var server = McpServer
        .sync(new StdioServerTransportProvider(McpJsonDefaults.getMapper(), in, out,
            MAX_MESSAGE_BYTES))
        .serverInfo(NAME, VERSION)
        .instructions(INSTRUCTIONS)
        .capabilities(ServerCapabilities.builder().tools(false).build());
    tools.forEach(tool -> server.toolCall(described(tool), (_, call) -> answer(tool, call, "")));
    return server.build();
  }

  /** Answers what comes by POST, each question for itself. */
  McpStatelessSyncServer over(HttpServletStatelessServerTransport transport) {
    var server = McpServer.sync(transport)
        .serverInfo(NAME, VERSION)
        .instructions(INSTRUCTIONS)
        .capabilities(ServerCapabilities.builder().tools(false).build());
    tools.forEach(tool -> server.toolCall(described(tool), (context, call) -> answer(tool, call,
        String.valueOf(context.get(ADDRESS)))));
    return server.build();
  }

  /** The place for what comes by POST. */
  static HttpServletStatelessServerTransport transport() {
    return HttpServletStatelessServerTransport.builder()
        .jsonMapper(McpJsonDefaults.getMapper())
        .messageEndpoint("/mcp")
        .maxRequestSize(MAX_MESSAGE_BYTES)
        .contextExtractor(request -> McpTransportContext
            .create(Map.of(ADDRESS, request.getRemoteAddr())))
        .build();
  }

  private static Tool described(McpTool tool) {
    return Tool.builder(tool.name(), tool.schema())
        .description(tool.description())
        .annotations(ToolAnnotations.builder()
            .readOnlyHint(true)
            .destructiveHint(false)
            .idempotentHint(true)
            .openWorldHint(false)
            .build())
        .build();
  }

  /** Questions under way. */
  McpPending pending() {
    return pending;
  }

  private CallToolResult answer(McpTool tool, CallToolRequest call, String address) {
    pending.begin();
    try {
      before.accept(address);
      McpArguments arguments = new McpArguments(
          Optional.ofNullable(call.arguments()).orElse(Map.of()));
      String json = store.ask(snapshot -> tool.answering().answer(arguments, snapshot));
      return json.length() <= MAX_CHARS ? result(json, false)
          : result("the answer has %d characters, more than %d; ask for less"
              .formatted(json.length(), MAX_CHARS), true);
    } catch (Refusal refusal) {
      return result(String.valueOf(refusal.getMessage()), true);
    } catch (StoreException | ArchiveException e) {
      LOG.warn("{} was not answered: {}", tool.name(), e.getMessage());
      return result("the store or a tree cannot be read just now", true);
    } finally {
      pending.end();
    }
  }

  private static CallToolResult result(String text, boolean isError) {
    return CallToolResult.builder().addTextContent(text).isError(isError).build();
  }
}
