package dev.makeline.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/// Where the stand-ins listen, and where clients on this machine reach them.
final class Addresses {

    private static final int BACKLOG = 1;

    private Addresses() {}

    /// A client cannot connect to "every interface", so a wildcard becomes loopback.
    static URI endpoint(LocalAwsSettings settings, int port) {
        String host =
                isWildcard(settings.bindAddress())
                        ? LocalAwsSettings.LOOPBACK
                        : settings.bindAddress();
        return uri(host, port);
    }

    static URI uri(String host, int port) {
        String literal = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + literal + ":" + port);
    }

    static boolean isWildcard(String bindAddress) {
        try {
            return InetAddress.getByName(bindAddress).isAnyLocalAddress();
        } catch (UnknownHostException e) {
            throw new LocalAwsCannotStartException(
                    "Local AWS cannot listen on '%s', which is no address of this machine; use --bind 127.0.0.1."
                            .formatted(bindAddress),
                    e);
        }
    }

    /// Fails with a sentence when a port is taken, before anything is started.
    static void checkFree(LocalAwsSettings settings) {
        check("S3", settings, settings.ports().s3());
        check("SQS", settings, settings.ports().sqs());
        check("DynamoDB", settings, settings.ports().dynamoDb());
    }

    private static void check(String service, LocalAwsSettings settings, int port) {
        if (port == 0) {
            return;
        }
        try (ServerSocket probe =
                new ServerSocket(port, BACKLOG, InetAddress.getByName(settings.bindAddress()))) {
            probe.getLocalPort();
        } catch (IOException e) {
            throw cannotListen(service, settings, port, e);
        }
    }

    static LocalAwsCannotStartException cannotListen(
            String service, LocalAwsSettings settings, int port, Throwable cause) {
        return new LocalAwsCannotStartException(
                "%s cannot listen on %s port %d (%s); stop what uses it, perhaps another Makeline, or choose another port with --%s-port."
                        .formatted(
                                service,
                                settings.bindAddress(),
                                port,
                                cause.getMessage(),
                                service.toLowerCase(Locale.ROOT)),
                cause);
    }
}
