/// All that two Makeline processes must agree on: the upload job, the submission, resource names,
/// table layouts, and the client for the internal endpoint. Nothing else may enter. Depends on
/// Jackson and the DynamoDB model classes.
@NullMarked
package dev.makeline.protocol;

import org.jspecify.annotations.NullMarked;
