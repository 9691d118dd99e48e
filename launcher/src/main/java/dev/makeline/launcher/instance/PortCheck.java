package dev.makeline.launcher.instance;

import dev.makeline.launcher.supervision.ReadinessProbe;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Says before anything starts which ports cannot be had.
final class PortCheck {

    private PortCheck() {}

    /// @throws CannotProceedException naming each port that is taken, by what, and the flags that
    ///   change it
    static void demandFree(Ports ports) {
        demandDifferent(ports);
        List<Ports.Use> taken = ports.uses().stream().filter(use -> isTaken(use.port())).toList();
        if (!taken.isEmpty()) {
            throw CannotProceedException.refused(sentence(taken));
        }
    }

    private static void demandDifferent(Ports ports) {
        Set<Integer> seen = new HashSet<>();
        for (Ports.Use use : ports.uses()) {
            if (!seen.add(use.port())) {
                throw CannotProceedException.refused(
                        "Port %d was given to two parts of Makeline; give %s another one with %s."
                                .formatted(use.port(), use.owner(), use.flag()));
            }
        }
    }

    private static String sentence(List<Ports.Use> taken) {
        return "%s: stop what holds %s, or choose %s with %s, or move all of Makeline's ports with --port-offset N (for example 10000)."
                .formatted(
                        taken.stream().map(PortCheck::clause).collect(Collectors.joining("; ")),
                        taken.size() == 1 ? "it" : "them",
                        taken.size() == 1 ? "another" : "others",
                        taken.stream().map(Ports.Use::flag).collect(Collectors.joining(", ")));
    }

    private static String clause(Ports.Use use) {
        return "Port %d, which %s needs, is taken by %s"
                .formatted(
                        use.port(),
                        use.owner(),
                        PortHolder.of(use.port()).orElse("another process"));
    }

    /// Asked in both ways: some systems let a second one bind where the first listens on every
    /// interface.
    private static boolean isTaken(int port) {
        InetSocketAddress address = Ports.address(port);
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException e) {
            return true;
        }
        return ReadinessProbe.listens(address);
    }
}
