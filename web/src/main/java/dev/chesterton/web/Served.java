package dev.chesterton.web;

import dev.chesterton.finding.RuleBook;
import java.net.InetAddress;
import java.time.Clock;

/**
 * What one server is started with.
 *
 * @param address loopback, where nobody has a token
 * @param port 0 is any free one
 * @param start tells this run from others
 */
record Served(OpenStore store, RuleBook rules, JobStatus jobs, InetAddress address, int port,
    String start, Readers readers, Clock clock) {}
