package dev.makeline.server.notice;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;

/// @param channel a label of [Channel]
/// @param folder where the channel `folder` puts its files
/// @param topicArn where the channel `sns` publishes
/// @param pollInterval the longest that a notice waits which no server of its own was nudged for
/// @param sendTimeout after which telling one notice is given up and tried later
/// @param lease for how long a notice that a server has claimed is left to it, unless it is done;
///   after a crash the notice waits that much longer
/// @param longestPause between two attempts of one notice
@ConfigurationProperties("makeline.notices")
record NoticeSettings(
        String channel,
        String folder,
        String topicArn,
        Duration pollInterval,
        Duration sendTimeout,
        Duration lease,
        Duration longestPause) {

    enum Channel {
        LOG,
        FOLDER,
        SNS
    }

    private static final Pattern TOPIC =
            Pattern.compile(
                    "arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}(\\.fifo)?");

    NoticeSettings {
        switch (kindOf(channel)) {
            case LOG -> {}
            case FOLDER -> checkFolder(folder);
            case SNS -> checkTopic(topicArn);
        }
        checkPositive("poll-interval", pollInterval);
        checkPositive("send-timeout", sendTimeout);
        checkPositive("longest-pause", longestPause);
        if (lease.compareTo(sendTimeout.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "makeline.notices.lease must be at least twice makeline.notices.send-timeout (%s), not %s: another server would tell what is still being told"
                            .formatted(sendTimeout, lease));
        }
    }

    Channel kind() {
        return kindOf(channel);
    }

    private static Channel kindOf(String label) {
        return Arrays.stream(Channel.values())
                .filter(kind -> kind.name().equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "makeline.notices.channel must be log, folder, mail or sns, not '%s'"
                                        .formatted(label)));
    }

    private static void checkFolder(String folder) {
        if (folder.isBlank() || !Files.isWritable(Path.of(folder))) {
            throw new IllegalArgumentException(
                    "makeline.notices.folder must be a folder that this process may write to, since makeline.notices.channel is folder; it is '%s'"
                            .formatted(folder));
        }
    }

    private static void checkTopic(String arn) {
        if (!TOPIC.matcher(arn).matches()) {
            throw new IllegalArgumentException(
                    "makeline.notices.topic-arn must be the ARN of a topic, such as arn:aws:sns:eu-central-1:123456789012:makeline-deletions.fifo, since makeline.notices.channel is sns; it is '%s'"
                            .formatted(arn));
        }
    }

    private static void checkPositive(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(
                    "makeline.notices.%s must be more than 0s, not %s".formatted(name, time));
        }
    }
}
