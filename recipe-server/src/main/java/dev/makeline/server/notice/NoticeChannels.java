package dev.makeline.server.notice;

import dev.makeline.server.account.AdministratorAddresses;
import dev.makeline.server.mail.Mail;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import java.nio.file.Path;
import software.amazon.awssdk.services.sns.SnsClient;

/// Makes the channel that the settings name.
@Factory
final class NoticeChannels {

    /// At the start, so that what cannot work stops it.
    @Context
    NoticeChannel channel(
            NoticeSettings settings,
            BeanProvider<SnsClient> sns,
            Mail mail,
            AdministratorAddresses administrators,
            NoticeOutbox outbox) {
        return switch (settings.kind()) {
            case LOG -> new LogChannel();
            case FOLDER -> new FolderChannel(Path.of(settings.folder()));
            case MAIL -> new MailChannel(sending(mail), administrators::all, outbox);
            case SNS -> new SnsChannel(sns.get(), settings.topicArn());
        };
    }

    private static Mail sending(Mail mail) {
        if (!mail.isSent()) {
            throw new IllegalArgumentException(
                    "makeline.notices.channel is mail, but makeline.mail.delivery is none; set it to folder, smtp or ses");
        }
        return mail;
    }
}
