/// DynamoDB, S3, SQS and recipe-server at their worst: throttled, slow, failing, or silent about
/// what they did. Depends on a running instance with fault proxies.
@NullMarked
package dev.makeline.system.dependency;

import org.jspecify.annotations.NullMarked;
