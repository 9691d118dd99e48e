package dev.makeline.system.instance;

import dev.makeline.system.fault.FaultProxy;
import java.util.stream.Stream;

/// One fault proxy before each dependency of the services.
public record Proxies(FaultProxy dynamoDb, FaultProxy s3, FaultProxy sqs, FaultProxy recipeServer)
        implements AutoCloseable {

    static Proxies before(Addresses addresses, long seed) {
        return new Proxies(
                FaultProxy.to(addresses.dynamoDb(), seed),
                FaultProxy.to(addresses.s3(), seed + 1),
                FaultProxy.to(addresses.sqs(), seed + 2),
                FaultProxy.to(addresses.recipeServer(), seed + 3));
    }

    /// Ends every fault.
    public void clear() {
        all().forEach(FaultProxy::clear);
    }

    @Override
    public void close() {
        all().forEach(FaultProxy::close);
    }

    private Stream<FaultProxy> all() {
        return Stream.of(dynamoDb, s3, sqs, recipeServer);
    }
}
