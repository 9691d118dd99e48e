package dev.makeline.server.insight;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/// Maps of figures, added up key by key.
final class MergedMaps {

    private MergedMaps() {}

    static <K extends Comparable<? super K>, V> Map<K, V> merge(
            Map<K, V> one, Map<K, V> other, BinaryOperator<V> plus) {
        TreeMap<K, V> merged = new TreeMap<>(one);
        other.forEach((key, value) -> merged.merge(key, value, plus));
        return Collections.unmodifiableMap(merged);
    }
}
