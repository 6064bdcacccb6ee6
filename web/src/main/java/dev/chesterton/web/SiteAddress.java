package dev.chesterton.web;

import dev.chesterton.settings.PageSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

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
    return of(pages.baseUrl(), "http://" + pages.listenHost() + ":" + pages.listenPort());
  }

  /** The address readers call it by, else the one it listens on. */
  static SiteAddress of(Optional<URI> baseUrl, String listening) {
    return new SiteAddress(
        baseUrl.map(url -> url.toString().replaceFirst("/$", "")).orElse(listening));
  }

  /** @param address begins with a slash */
  String of(String address) {
    return begin + address;
  }
}
