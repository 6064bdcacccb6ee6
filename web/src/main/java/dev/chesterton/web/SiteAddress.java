package dev.chesterton.web;

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

  /** @param address begins with a slash */
  String of(String address) {
    return begin + address;
  }
}
