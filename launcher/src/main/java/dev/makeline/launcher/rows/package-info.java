/// Rows of DynamoDB tables, here or at AWS: whichever the environment of the AWS SDK names. Depends
/// on [dev.makeline.launcher.instance] for refusals.
@NullMarked
package dev.makeline.launcher.rows;

import org.jspecify.annotations.NullMarked;
