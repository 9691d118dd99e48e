package dev.makeline.launcher.supervision;

import java.net.InetSocketAddress;
import java.net.URI;

/// How to tell that a child process does its work.
public sealed interface Readiness {

    /// A GET of this address answers 200.
    record Answers(URI uri) implements Readiness {}

    /// This address takes connections.
    record Listens(InetSocketAddress address) implements Readiness {}

    /// The present run has printed a line that begins so.
    record Prints(String beginning) implements Readiness {}
}
