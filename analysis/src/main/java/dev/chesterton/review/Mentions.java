package dev.chesterton.review;

import dev.chesterton.finding.Claim;
import dev.chesterton.link.CommitReference;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Objection;
import java.util.List;

/**
 * What a patch, its thread and the mails of its background name.
 *
 * @param thread what was said to the patch, by date
 * @param objections what was said there against the patch, and what was asked, by date
 * @param commits each commit cited in any of these
 * @param claims what the patch itself says of commits
 * @param tests each test named in any of these
 */
record Mentions(List<Excerpt> thread, List<Objection> objections,
    List<CommitReference> commits, List<Claim> claims, List<NamedTest> tests) {}
