package dev.makeline.local;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// Everything that can be chosen about one running [LocalAws].
///
/// @param dataDirectory where objects and tables are kept, made absolute; absent keeps everything
///   in memory. Queues are in memory either way
/// @param bindAddress the address all three listen on; `0.0.0.0` for every interface
/// @param s3Events whether objects created in `makeline-intake` are told to `makeline-s3-events`
/// @param eventFaults makes a new [S3EventFaults] for the started instance
public record LocalAwsSettings(
        Optional<Path> dataDirectory,
        String bindAddress,
        Ports ports,
        Credentials credentials,
        QueueSettings queues,
        boolean s3Events,
        S3EventFaults.Factory eventFaults) {

    /// Loopback: the stand-ins accept well-known credentials, so nothing outside this machine may
    /// reach them unless somebody asks for it.
    public static final String LOOPBACK = "127.0.0.1";

    public LocalAwsSettings {
        dataDirectory = dataDirectory.map(directory -> directory.toAbsolutePath().normalize());
        Objects.requireNonNull(ports, "ports");
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(queues, "queues");
        Objects.requireNonNull(eventFaults, "eventFaults");
        if (bindAddress.isBlank()) {
            throw new IllegalArgumentException("The bind address is empty; use " + LOOPBACK);
        }
    }

    /// In memory, on any free ports of the loopback interface, with events: what a test wants.
    public static LocalAwsSettings inMemory() {
        return new LocalAwsSettings(
                Optional.empty(),
                LOOPBACK,
                Ports.anyFree(),
                Credentials.standard(),
                QueueSettings.standard(),
                true,
                S3EventFaults::none);
    }

    /// Kept in a directory, otherwise as [#inMemory()].
    public static LocalAwsSettings in(Path dataDirectory) {
        return inMemory().withDataDirectory(Optional.of(dataDirectory));
    }

    public LocalAwsSettings withDataDirectory(Optional<Path> directory) {
        return new LocalAwsSettings(
                directory, bindAddress, ports, credentials, queues, s3Events, eventFaults);
    }

    public LocalAwsSettings withBindAddress(String address) {
        return new LocalAwsSettings(
                dataDirectory, address, ports, credentials, queues, s3Events, eventFaults);
    }

    public LocalAwsSettings withPorts(Ports chosen) {
        return new LocalAwsSettings(
                dataDirectory, bindAddress, chosen, credentials, queues, s3Events, eventFaults);
    }

    public LocalAwsSettings withCredentials(Credentials chosen) {
        return new LocalAwsSettings(
                dataDirectory, bindAddress, ports, chosen, queues, s3Events, eventFaults);
    }

    public LocalAwsSettings withQueues(QueueSettings chosen) {
        return new LocalAwsSettings(
                dataDirectory, bindAddress, ports, credentials, chosen, s3Events, eventFaults);
    }

    public LocalAwsSettings withoutS3Events() {
        return new LocalAwsSettings(
                dataDirectory, bindAddress, ports, credentials, queues, false, eventFaults);
    }

    public LocalAwsSettings withEventFaults(S3EventFaults.Factory faults) {
        return new LocalAwsSettings(
                dataDirectory, bindAddress, ports, credentials, queues, s3Events, faults);
    }
}
