package dev.makeline.system.browser;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// Who visits.
record Person(String firstName, String lastName, String email, String username, String password) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /// Nobody else has the username.
    static Person called(String firstName, String lastName) {
        String username = lastName.toLowerCase(Locale.ROOT) + COUNT.incrementAndGet();
        return new Person(
                firstName,
                lastName,
                username + "@kitchen.example",
                username,
                "nine plums in a brown bowl");
    }

    /// With whom every kitchen starts.
    static Person head() {
        return new Person(
                "First",
                "Administrator",
                "head@kitchen.example",
                "head",
                "seven pears on a blue plate");
    }
}
