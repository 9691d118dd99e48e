/// Lists that are kept in several partitions, read as one. Depends on no other package.
@NullMarked
package dev.makeline.server.shard;

import org.jspecify.annotations.NullMarked;
