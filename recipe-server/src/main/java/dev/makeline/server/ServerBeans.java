package dev.makeline.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.makeline.document.RecipeDocumentReader;
import dev.makeline.protocol.IntakeLedger;
import dev.makeline.protocol.ProtocolJson;
import dev.makeline.protocol.UploadJobQueue;
import dev.makeline.protocol.job.ContainerStore;
import dev.makeline.protocol.job.JobLog;
import dev.makeline.protocol.job.JobStore;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.jackson.ObjectMapperFactory;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// What the features use and do not make themselves.
@Factory
final class ServerBeans {

    @Singleton
    RecipeDocumentReader documents() {
        return new RecipeDocumentReader();
    }

    @Singleton
    IntakeLedger ledger(DynamoDbClient dynamoDb) {
        return new IntakeLedger(dynamoDb);
    }

    @Singleton
    JobLog jobLog(DynamoDbClient dynamoDb) {
        return new JobLog(dynamoDb);
    }

    @Singleton
    JobStore jobs(DynamoDbClient dynamoDb) {
        return new JobStore(dynamoDb);
    }

    @Singleton
    ContainerStore containers(DynamoDbClient dynamoDb) {
        return new ContainerStore(dynamoDb);
    }

    @Singleton
    UploadJobQueue uploadJobs(SqsClient sqs) {
        return new UploadJobQueue(sqs);
    }

    /// Answers are written as everything else that crosses a process border: decimals exact, times
    /// in ISO 8601.
    @Singleton
    @Primary
    @Replaces(bean = ObjectMapper.class, factory = ObjectMapperFactory.class)
    ObjectMapper json() {
        return ProtocolJson.mapper();
    }
}
