/**
 * URLs in, pages out. Each page asks the store and the reviewer, and hands a plain value to its template. Reading is
 * open; what writes is {@code POST} at five addresses, for those who know the token. {@code Routes} declares every address
 * once; the table tells what they are for.
 *
 * <table>
 * <caption>The addresses. MSGID is a Message-ID, percent-encoded once; LIST the name of a list in the store.</caption>
 * <tr><th>address</th><th>shows</th><th>stable</th></tr>
 * <tr><td>{@code /}</td><td>leads to {@code /flagged/}</td><td>yes</td></tr>
 * <tr><td>{@code /flagged/}</td><td>flagged patches, strongest evidence first</td><td>yes</td></tr>
 * <tr><td>{@code /review/MSGID/}</td><td>a patch with what was found; {@code ?as-of=sent} with what could be known
 * when it was sent</td><td>yes</td></tr>
 * <tr><td>{@code /review/MSGID/draft}</td><td>an answer to it that asks about what was found, for a mail program to finish
 * and send</td><td>yes</td></tr>
 * <tr><td>{@code /review/MSGID/versions/}</td><td>all versions of its series, with the trailers reviewers gave</td><td>yes</td></tr>
 * <tr><td>{@code /review/MSGID/comments/}</td><td>what reviewers said to lines of its version, and what became of
 * it</td><td>yes</td></tr>
 * <tr><td>{@code /review/MSGID/diff/MSGID/}</td><td>two versions compared</td><td>yes</td></tr>
 * <tr><td>{@code /LIST/MSGID/}</td><td>a mail</td><td>yes, as in the public archive</td></tr>
 * <tr><td>{@code /LIST/MSGID/raw}</td><td>its bytes as text</td><td>yes, as in the public archive</td></tr>
 * <tr><td>{@code /LIST/MSGID/t/}</td><td>its thread</td><td>yes, as in the public archive</td></tr>
 * <tr><td>{@code /LIST/MSGID/T/}</td><td>the same mails by date; both in parts of 200, {@code ?skip=}</td><td>yes, as in
 * the public archive; {@code skip} no</td></tr>
 * <tr><td>{@code /LIST/MSGID/t.mbox.gz}, {@code t.atom}</td><td>its thread as mboxrd and as a feed</td><td>yes, as in the
 * public archive</td></tr>
 * <tr><td>{@code /LIST/new.atom}</td><td>the newest mails of a list</td><td>yes, as in the public archive</td></tr>
 * <tr><td>{@code /r/MSGID/}</td><td>leads to the mail on its list</td><td>yes, as in the public archive</td></tr>
 * <tr><td>{@code /commit/HEX}</td><td>a commit, from 7 digits on; a short form of one leads to it</td><td>yes</td></tr>
 * <tr><td>{@code /file/PATH?line=}</td><td>a file of the trees, and who put a line there</td><td>yes</td></tr>
 * <tr><td>{@code /search?q=</td><td>mails and commits</td><td>{@code q} yes, {@code skip} no</td></tr>
 * <tr><td>{@code /search.atom?q=}, {@code /flagged.atom}, {@code /flagged.csv}</td><td>for other programs</td>
 * <td>yes</td></tr>
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
 * <tr><td>{@code /api/openapi.json}</td><td>all addresses as OpenAPI 3.1; {@code /api} in front of an address is the JSON of
 * its page</td><td>yes</td></tr>
 * <tr><td>{@code POST /api/check}</td><td>the review of the mail or mbox that is sent</td><td>yes</td></tr>
 * <tr><td>{@code /api/patchset?id=}, {@code /api/patch?id=}</td><td>a series as b4 reads it</td><td>as b4 wants it</td></tr>
 * <tr><td>{@code POST /mcp}</td><td>the Model Context Protocol, with {@code chesterton.mcp = true}</td><td>as the protocol
 * has it</td></tr>
 * <tr><td>{@code /chesterton.js}</td><td>the one script: keys, ranges of lines</td><td>no</td></tr>
 * <tr><td>{@code /style.css}</td><td>the one stylesheet</td><td>no</td></tr>
 * <tr><td>{@code /icon.svg}</td><td>a fence, for the browser's tab</td><td>no</td></tr>
 * </table>
 *
 * <p>{@code .json} behind an address gives the same data. {@code ?theme=} and {@code ?keys=} behind
 * any address are remembered by a cookie. Inside of pages {@code #q7} is a line of a mail or commit message,
 * {@code #q10-q14} some of them, {@code #L-FILE-old7} and {@code #L-FILE-new7} a line of a diff, {@code #a-ID} a piece of evidence; the names are
 * made from content and survive a new ingest. A list called like a page ({@code api}, {@code review}, {@code commit}, {@code file}, {@code search},
 * {@code rule}, {@code r}) is reached through {@code /r/MSGID/} only.
 */
@NullMarked
package dev.chesterton.web;

import org.jspecify.annotations.NullMarked;
