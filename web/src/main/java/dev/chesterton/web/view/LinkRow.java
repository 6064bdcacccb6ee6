package dev.chesterton.web.view;

import dev.chesterton.link.Evidence;
import dev.chesterton.link.Link;
import java.util.List;
import java.util.stream.Collectors;

/** A mail something is tied to, with the reason in words. */
public record LinkRow(SourceView to, String confidence, String because) {

  public static List<LinkRow> of(List<Link> links) {
    return links.stream().map(LinkRow::of).toList();
  }

  private static LinkRow of(Link link) {
    String because = link.evidence()
        .stream()
        .map(Evidence::because)
        .collect(Collectors.joining("; "));
    return new LinkRow(SourceView.of(link.to()), link.confidence().word(), Words.plain(because));
  }
}
