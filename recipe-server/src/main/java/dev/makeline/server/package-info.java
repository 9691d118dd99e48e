/// The recipe-server process: its start, and what its features share. Features may use this
/// package; it uses none of them.
@NullMarked
package dev.makeline.server;

import org.jspecify.annotations.NullMarked;
