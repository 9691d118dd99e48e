/// How every service is operated: settings of the AWS clients, trace ids in logs, starting with a
/// clear sentence on a wrong setting. Nothing of any one service may enter. Depends on Micronaut,
/// the AWS SDK and protocol.
@NullMarked
package dev.makeline.operations;

import org.jspecify.annotations.NullMarked;
