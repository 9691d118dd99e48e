package dev.makeline.local;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets writes of one key happen one after another. Keys that share a lock wait for each other too,
/// for as long as one file is written.
final class KeyLocks {

    private static final int LOCKS = 1024;

    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    KeyLocks() {
        Arrays.setAll(locks, _ -> new ReentrantLock());
    }

    <T> T inOrder(String key, Supplier<T> write) {
        ReentrantLock lock = locks[Math.floorMod(key.hashCode(), LOCKS)];
        lock.lock();
        try {
            return write.get();
        } finally {
            lock.unlock();
        }
    }
}
