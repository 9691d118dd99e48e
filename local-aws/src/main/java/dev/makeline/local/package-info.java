/// The embedded stand-in for AWS: DynamoDB Local, ElasticMQ and S3Proxy in one JVM, with S3 event
/// notifications from the intake bucket to its queue.
///
/// May depend on `protocol`, the AWS SDK and the three stand-ins; no Micronaut. Where it differs
/// from AWS:
///
/// - Queues live in memory only. After a restart they are empty; the intake ledger and the
///   reconciling listing publish again what was in them.
/// - Only S3 checks signatures. SQS and DynamoDB accept any credentials and any region.
/// - Objects are files. The keys `a` and `a/b` cannot both exist; a key holds no empty, `.` or `..`
///   segment and no segment above 218 bytes. What cannot be kept is answered 400 `InvalidRequest`
///   with the reason, and causes no event. On disk, keys outside ASCII need a UTF-8 locale.
/// - Buckets have no versioning on disk, no tagging, no notification configuration: notifications
///   of `makeline-intake` are always on, unless the settings turn them off.
/// - `PutObject` with `If-Match` reads, then writes: two such writers at once may both succeed.
///   `If-None-Match: *` is atomic.
/// - A body of type `application/x-www-form-urlencoded`, which `curl --data` sends unless told
///   otherwise, does not pass the signature check of a presigned URL; `curl -T` does.
/// - A form upload is told as `ObjectCreated:Put`, where S3 says `ObjectCreated:Post`.
/// - `aws` of version 1 ignores `AWS_ENDPOINT_URL_SQS` in us-east-1: give it `--endpoint-url`.
/// - An existing table is left as it is, also when a newer build defines one more index: start with
///   an empty data directory then.
/// - DynamoDB never throttles, and its time to live deletes late.
@NullMarked
package dev.makeline.local;

import org.jspecify.annotations.NullMarked;
