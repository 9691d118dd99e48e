package dev.makeline.server;

import dev.makeline.protocol.ProtocolJson;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Somebody who registers.
record Person(String firstName, String lastName, String email, String username, String password) {

    private static final AtomicLong NUMBERS = new AtomicLong();

    /// One whom no other test knows.
    static Person any() {
        String name = "person" + NUMBERS.incrementAndGet() + "x" + System.nanoTime() % 1_000_000;
        return new Person(
                "Ada", "Example", name + "@example.org", name, "a rather long secret of " + name);
    }

    Person withUsername(String other) {
        return new Person(firstName, lastName, email, other, password);
    }

    Person withEmail(String other) {
        return new Person(firstName, lastName, other, username, password);
    }

    Person withPassword(String other) {
        return new Person(firstName, lastName, email, username, other);
    }

    Person withFirstName(String other) {
        return new Person(other, lastName, email, username, password);
    }

    String json() {
        return ProtocolJson.write(
                Map.of(
                        "firstName", firstName,
                        "lastName", lastName,
                        "email", email,
                        "username", username,
                        "password", password));
    }
}
