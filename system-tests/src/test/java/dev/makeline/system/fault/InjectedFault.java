package dev.makeline.system.fault;

/// A fault that is in effect until it is closed.
@FunctionalInterface
public interface InjectedFault extends AutoCloseable {

    @Override
    void close();
}
