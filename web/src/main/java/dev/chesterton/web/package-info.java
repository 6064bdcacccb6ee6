/**
 * URLs in, pages out. Each page asks the store and the reviewer, and hands a plain value to its template. Reading is
 * open; what writes is {@code POST} at five addresses, for those who know the token.
 *
 * <table>
 * <caption>The addresses. MSGID is a Message-ID, percent-encoded once; LIST the name of a list in the store.</caption>
 * <tr><th>address</th><th>shows</th><th>stable</th></tr>
 * <tr><td>{@code /}</td><td>leads to {@code /flagged/}</td><td>yes</td></tr>
 * <tr><td>{@code /flagged/}</td><td>flagged patches, strongest evidence first</td><td>yes</td></tr>
 * <tr><td>{@code /review/MSGID/}</td><td>a patch with what was found; {@code ?as-of=sent} with what could be known
 * when it was sent</td><td>yes</td></tr>
 * <tr><td>{@code /LIST/MSGID/}</td><td>a mail</td><td>yes, as in the public archive</td></tr>
 * <tr><td>{@code /LIST/MSGID/raw}</td><td>its bytes as text</td><td>yes, as in the public archive</td></tr>
 * <tr><td>{@code /LIST/MSGID/t/}</td><td>its thread</td><td>yes, as in the public archive</td></tr>
 * <tr><td>{@code /r/MSGID/}</td><td>leads to the mail on its list</td><td>yes, as in the public archive</td></tr>
 * <tr><td>{@code /commit/HEX}</td><td>a commit, from 7 digits on; a short form of one leads to it</td><td>yes</td></tr>
 * <tr><td>{@code /search?q=}</td><td>mails and commits</td><td>{@code q} yes, {@code skip} no</td></tr>
 * <tr><td>{@code /rule/}, {@code /rule/ID}</td><td>what a rule looks for and why</td><td>yes</td></tr>
 * <tr><td>{@code /jobs/}</td><td>what the last runs did, and whether the store is fresh</td><td>yes</td></tr>
 * <tr><td>{@code /healthz}</td><td>{@code ok}, or 503 and {@code stale: why}; text</td><td>yes</td></tr>
 * <tr><td>{@code /metrics}</td><td>numbers, as Prometheus reads them</td><td>names and labels yes</td></tr>
 * <tr><td>{@code /note/ID/}</td><td>a note with all its edits</td><td>yes</td></tr>
 * <tr><td>{@code POST /notes}, {@code /answers}, {@code /states}</td><td>writes, and leads to where it stands
 * (docs/notes.md)</td><td>yes</td></tr>
 * <tr><td>{@code /sign-in}; {@code POST /sign-in}, {@code /sign-out}</td><td>lets those in who know the token, and out
 * again</td><td>no</td></tr>
 * <tr><td>{@code /help}</td><td>how to read the pages</td><td>yes</td></tr>
 * <tr><td>{@code /style.css}</td><td>the one stylesheet</td><td>no</td></tr>
 * <tr><td>{@code /icon.svg}</td><td>a fence, for the browser's tab</td><td>no</td></tr>
 * </table>
 *
 * <p>{@code .json} behind an address gives the same data. Inside of pages {@code #q7} is a line of a mail or commit
 * message, {@code #L-FILE-old7} and {@code #L-FILE-new7} a line of a diff, {@code #a-ID} a piece of evidence; the names are
 * made from content and survive a new ingest. A list called like a page ({@code review}, {@code commit}, {@code search},
 * {@code rule}, {@code r}) is reached through {@code /r/MSGID/} only.
 */
@NullMarked
package dev.chesterton.web;

import org.jspecify.annotations.NullMarked;
