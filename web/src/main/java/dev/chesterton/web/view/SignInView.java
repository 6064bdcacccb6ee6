package dev.chesterton.web.view;

/**
 * The form to sign in.
 *
 * @param on writing is possible on this server
 * @param name who is signed in; empty where nobody is
 * @param form goes into the form to sign out
 * @param patch Message-ID of the page to come back to; may be empty
 */
public record SignInView(boolean on, String name, String form, String patch) {}
