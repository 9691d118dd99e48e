/// The cloud that Makeline runs in, as stacks of the AWS CDK: one class for each part of the
/// architecture, in the order in which they build on one another. Depends on protocol, for the
/// names and the layout of what the services share, and on no service.
@NullMarked
package dev.makeline.deploy;

import org.jspecify.annotations.NullMarked;
