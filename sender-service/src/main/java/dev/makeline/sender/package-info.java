/// Takes upload jobs from the queue, reads the objects they name and submits them to recipe-server.
/// May depend on its sub-packages, protocol, recipe-documents, operations, Micronaut and the AWS
/// SDK.
@NullMarked
package dev.makeline.sender;

import org.jspecify.annotations.NullMarked;
