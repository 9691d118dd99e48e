/// What is remembered for a moment of what DynamoDB holds. Depends on nothing of the server.
@NullMarked
package dev.makeline.server.memory;

import org.jspecify.annotations.NullMarked;
