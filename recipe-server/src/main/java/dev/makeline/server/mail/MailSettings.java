package dev.makeline.server.mail;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// @param delivery `none`, `folder`, `smtp` or `ses`
/// @param from the sender's address
/// @param folder for `folder`
/// @param smtpSecurity `starttls`, `tls` or `none`
/// @param timeout of each of connecting, reading and writing
/// @param mostWaiting mails that wait in memory
/// @param attempts in all, at least 1
/// @param firstPause before the second attempt; each further pause is twice as long
@ConfigurationProperties("makeline.mail")
record MailSettings(
        String delivery,
        String from,
        String folder,
        String smtpHost,
        int smtpPort,
        String smtpUsername,
        String smtpPassword,
        String smtpSecurity,
        Duration timeout,
        int mostWaiting,
        int attempts,
        Duration firstPause) {

    enum Delivery {
        NONE,
        FOLDER,
        SMTP,
        SES
    }

    enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    private static final int LAST_PORT = 65_535;
    private static final int MOST_ATTEMPTS = 10;
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

    MailSettings {
        Delivery way = oneOf(Delivery.class, "delivery", delivery);
        oneOf(Security.class, "smtp-security", smtpSecurity);
        check(from.indexOf('@') > 0, "from", from, "the address that mails come from");
        check(
                way != Delivery.FOLDER || !folder.isBlank(),
                "folder",
                folder,
                "a folder, since makeline.mail.delivery is folder (MAKELINE_MAIL_FOLDER)");
        check(
                way != Delivery.SMTP || !smtpHost.isBlank(),
                "smtp-host",
                smtpHost,
                "the mail server's name, since makeline.mail.delivery is smtp (MAKELINE_SMTP_HOST)");
        check(
                smtpPort >= 1 && smtpPort <= LAST_PORT,
                "smtp-port",
                Integer.toString(smtpPort),
                "from 1 to 65535");
        check(
                smtpUsername.isEmpty() == smtpPassword.isEmpty(),
                "smtp-password",
                smtpPassword.isEmpty() ? "" : "(hidden)",
                "set together with makeline.mail.smtp-username, or neither");
        check(
                isBetween(timeout, Duration.ofMillis(100), LONGEST_TIMEOUT),
                "timeout",
                timeout.toString(),
                "from 100ms to 1m");
        check(mostWaiting >= 1, "most-waiting", Integer.toString(mostWaiting), "1 or more");
        check(
                attempts >= 1 && attempts <= MOST_ATTEMPTS,
                "attempts",
                Integer.toString(attempts),
                "from 1 to 10");
        check(
                isBetween(firstPause, Duration.ofMillis(1), LONGEST_TIMEOUT),
                "first-pause",
                firstPause.toString(),
                "from 1ms to 1m");
    }

    Delivery way() {
        return oneOf(Delivery.class, "delivery", delivery);
    }

    Security security() {
        return oneOf(Security.class, "smtp-security", smtpSecurity);
    }

    Optional<String> user() {
        return Optional.of(smtpUsername).filter(name -> !name.isEmpty());
    }

    private static boolean isBetween(Duration time, Duration shortest, Duration longest) {
        return time.compareTo(shortest) >= 0 && time.compareTo(longest) <= 0;
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String name, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> label(one).equals(value))
                .findFirst()
                .orElseThrow(() ->
                        wrong(
                                name,
                                value,
                                "one of "
                                        + Arrays.stream(type.getEnumConstants())
                                                .map(MailSettings::label)
                                                .collect(Collectors.joining(", "))));
    }

    private static String label(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static void check(boolean isRight, String name, String value, String right) {
        if (!isRight) {
            throw wrong(name, value, right);
        }
    }

    private static IllegalArgumentException wrong(String name, String value, String right) {
        return new IllegalArgumentException(
                "makeline.mail.%s must be %s, not '%s'".formatted(name, right, value));
    }

    @Override
    public String toString() {
        return "MailSettings[delivery=%s, from=%s, folder=%s, smtp=%s:%d]"
                .formatted(delivery, from, folder, smtpHost, smtpPort);
    }
}
