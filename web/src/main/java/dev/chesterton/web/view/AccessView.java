package dev.chesterton.web.view;

/**
 * What the reader of a page may write.
 *
 * @param on writing is possible on this server
 * @param name under which he is signed in; empty where he is not
 * @param form goes into each form
 * @param patch Message-ID of the patch the page is about
 */
public record AccessView(boolean on, String name, String form, String patch) {

  public boolean isSignedIn() {
    return !form.isEmpty();
  }

  /** Where to sign in, and to come back from. */
  public String signIn() {
    return "/sign-in?patch=" + Address.segment(patch);
  }
}
