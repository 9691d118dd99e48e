package dev.makeline.server.page.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/// Texts as they stand in addresses.
public final class Address {

    private Address() {}

    /// As the value of a query's parameter; what has a meaning in addresses loses it.
    public static String value(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
