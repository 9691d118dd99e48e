/// The health check, and the stack of docker-compose.yml as a person uses it.
@NullMarked
package dev.makeline.container;

import org.jspecify.annotations.NullMarked;
