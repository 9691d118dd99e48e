package dev.makeline.server.notice;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import software.amazon.awssdk.services.sns.SnsClient;

/// Makes the channel that the settings name.
@Factory
final class NoticeChannels {

    @Singleton
    NoticeChannel channel(NoticeSettings settings, BeanProvider<SnsClient> sns) {
        return switch (settings.kind()) {
            case LOG -> new LogChannel();
            case FOLDER -> new FolderChannel(Path.of(settings.folder()));
            case SNS -> new SnsChannel(sns.get(), settings.topicArn());
        };
    }
}
