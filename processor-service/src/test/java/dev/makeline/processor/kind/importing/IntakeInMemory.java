package dev.makeline.processor.kind.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/// An intake that remembers what was put, in order, and can break off after some objects.
final class IntakeInMemory implements IntakeObjects {

    private final Map<String, String> objects = new LinkedHashMap<>();
    private int left = Integer.MAX_VALUE;

    void breakAfter(int puts) {
        left = puts;
    }

    @Override
    public synchronized Put put(String key, byte[] json) {
        if (left-- <= 0) {
            throw new IllegalStateException("The store is gone");
        }
        String before = objects.putIfAbsent(key, new String(json, UTF_8));
        if (before == null) {
            return Put.NEW;
        }
        return before.equals(new String(json, UTF_8)) ? Put.THERE_BEFORE : Put.OTHER_THERE;
    }

    synchronized Map<String, String> objects() {
        return new LinkedHashMap<>(objects);
    }
}
