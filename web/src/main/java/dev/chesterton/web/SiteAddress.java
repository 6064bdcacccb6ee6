package dev.chesterton.web;

import dev.chesterton.settings.PageSettings;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Where this site is, as the reader called it: feeds and other machines want whole addresses.
 *
 * @param begin without a slash at its end
 */
record SiteAddress(String begin) {

  /** The front door has looked at the Host header: it names this machine. */
  static SiteAddress of(HttpServletRequest request) {
    return new SiteAddress(request.getScheme() + "://" + request.getHeader("Host"));
  }

  /** As the settings have it, for those who ask without a browser. */
  static SiteAddress of(PageSettings pages) {
    return new SiteAddress(pages.baseUrl()
        .map(url -> url.toString().replaceFirst("/$", ""))
        .orElseGet(() -> "http://" + pages.listenHost() + ":" + pages.listenPort()));
  }

  /** @param address begins with a slash */
  String of(String address) {
    return begin + address;
  }
}
