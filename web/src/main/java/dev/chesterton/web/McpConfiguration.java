package dev.chesterton.web;

import dev.chesterton.finding.RuleBook;
import dev.chesterton.web.door.FloodGate;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires POST /mcp, where the settings ask for it. */
@Configuration(proxyBeanMethods = false)
class McpConfiguration {

  @Bean
  static HttpServletStatelessServerTransport mcpTransport() {
    return McpService.transport();
  }

  @Bean
  static ServletRegistrationBean<HttpServletStatelessServerTransport> mcpServlet(
      HttpServletStatelessServerTransport transport) {
    return new ServletRegistrationBean<>(transport, "/mcp");
  }

  @Bean(destroyMethod = "close")
  static McpStatelessSyncServer mcpServer(Served served, RuleBook rules, FloodGate gate,
      HttpServletStatelessServerTransport transport) {
    String begin = "http://" + served.address().getHostAddress() + ":" + served.port();
    return new McpService(served.store(), rules,
        SiteAddress.of(served.readers().baseUrl(), begin), gate::pass).over(transport);
  }
}
