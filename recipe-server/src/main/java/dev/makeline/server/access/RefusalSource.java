package dev.makeline.server.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/// Who met refusals, as far as they are told apart.
sealed interface RefusalSource {

    record Actor(OwnerId owner) implements RefusalSource {}

    /// @param text an address, or the /64 of one of IPv6: whoever has one address of it has all
    record Address(String text) implements RefusalSource {}

    /// All who came when as many as are told apart were there already.
    record Others() implements RefusalSource {}

    static RefusalSource of(Optional<OwnerId> actor, String address) {
        return actor.<RefusalSource>map(Actor::new).orElseGet(() -> new Address(block(address)));
    }

    private static String block(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? network(six)
                    : address;
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    private static String network(Inet6Address address) {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, 8, bytes.length, (byte) 0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i += 2) {
            text.append("%x:".formatted(((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff)));
        }
        return text.append(":/64").toString();
    }
}
