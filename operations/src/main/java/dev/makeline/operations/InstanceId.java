package dev.makeline.operations;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// Tells instances of a service apart: the host, where the environment names one (a container's
/// id), the process, and some random digits, since both come again after a restart.
final class InstanceId {

    private static final int LONGEST_HOST = 64;
    private static final int RANDOM_BYTES = 3;

    private InstanceId() {}

    static String next() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return "%s%d-%s"
                .formatted(
                        host().map(name -> name + '-').orElse(""),
                        ProcessHandle.current().pid(),
                        HexFormat.of().formatHex(random));
    }

    private static Optional<String> host() {
        return Optional.ofNullable(System.getenv("HOSTNAME"))
                .map(name -> name.replaceAll("[^A-Za-z0-9.-]", ""))
                .map(name -> name.substring(0, Math.min(LONGEST_HOST, name.length())))
                .filter(name -> !name.isEmpty());
    }
}
