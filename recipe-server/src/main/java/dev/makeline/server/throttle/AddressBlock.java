package dev.makeline.server.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// What counts as one address: of IPv6 the first 64 bits, since every subscriber has all that begin
/// with them.
final class AddressBlock {

    private static final int SUBSCRIBER_BYTES = 8;

    private AddressBlock() {}

    /// @param address as `ClientAddress` has it; what is no address stands for itself
    static String of(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), SUBSCRIBER_BYTES))
                    : address;
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
