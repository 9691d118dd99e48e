package dev.makeline.server.mail;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where mails wait to be sent. Whoever posts one does not wait, whether there is anything to send
/// or not, so that no answer tells by its time. What waits is lost with the process: a person asks
/// again. Thread-safe.
@Singleton
public final class Outbox {

    private static final int SENDERS = 2;
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final Mail mail;
    private final MailSettings settings;
    private final ExecutorService senders;

    Outbox(Mail mail, MailSettings settings) {
        this.mail = mail;
        this.settings = settings;
        this.senders =
                new ThreadPoolExecutor(
                        SENDERS,
                        SENDERS,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(settings.mostWaiting()),
                        Thread.ofVirtual().name("mail-", 0).factory());
    }

    /// Writes the letter later and sends it, with several attempts.
    ///
    /// @param draft may read what it needs; empty when there is nothing to send. It is asked again
    ///   when it fails
    public void post(Supplier<Optional<Letter>> draft) {
        try {
            senders.execute(() -> send(draft));
        } catch (RejectedExecutionException e) {
            log.warn("A mail is not sent: too many wait already, or the server is stopping");
        }
    }

    private void send(Supplier<Optional<Letter>> draft) {
        Optional<Letter> letter = Optional.empty();
        Duration pause = settings.firstPause();
        for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
            try {
                letter = letter.or(draft);
                letter.ifPresent(mail::deliver);
                return;
            } catch (RuntimeException e) {
                log.atWarn()
                        .addKeyValue("attempt", attempt)
                        .addKeyValue("cause", cause(e))
                        .log("A mail could not be sent");
            }
            if (attempt == settings.attempts() || !waited(pause)) {
                log.atError().log("A mail is given up; its recipient has to ask again");
                return;
            }
            pause = pause.multipliedBy(2);
        }
    }

    /// Kinds of faults alone: what a mail server says may repeat the recipient's address.
    private static String cause(RuntimeException e) {
        Throwable cause = e.getCause();
        return cause == null
                ? e.getClass().getSimpleName()
                : e.getMessage() + ": " + cause.getClass().getSimpleName();
    }

    private static boolean waited(Duration pause) {
        long millis = pause.toMillis();
        try {
            Thread.sleep(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What waits gets a few seconds more.
    @PreDestroy
    void stop() throws InterruptedException {
        senders.shutdown();
        if (!senders.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
            senders.shutdownNow();
        }
    }
}
