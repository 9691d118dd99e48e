package dev.makeline.server.mail;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;

/// Makes the way that the settings name.
@Factory
final class MailDelivery {

    private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);

    /// At the start, so that what cannot work stops it.
    @Context
    Mail mail(
            MailSettings settings,
            MimeLetters letters,
            BeanProvider<SesV2Client> ses,
            InstantSource clock) {
        return switch (settings.way()) {
            case FOLDER -> new FolderMail(Path.of(settings.folder()), letters, clock);
            case SMTP -> new SmtpMail(settings, letters);
            case SES -> new SesMail(ses.get(), letters);
            case NONE -> {
                log.warn(
                        "No mail is sent (makeline.mail.delivery is none): forgotten passwords cannot be reset");
                yield new NoMail();
            }
        };
    }

    @Singleton
    SesV2ClientBuilder sesBuilder(
            AwsCredentialsProvider credentials, AwsRegionProviderChain region, SdkHttpClient http) {
        return SesV2Client.builder()
                .credentialsProvider(credentials)
                .region(region.getRegion())
                .httpClient(http);
    }

    @Bean(preDestroy = "close")
    @Singleton
    SesV2Client ses(SesV2ClientBuilder builder) {
        return builder.build();
    }
}
