/// The commands that measure Makeline and the table they print. The packages below measure; this
/// one only puts their figures beside the targets.
@NullMarked
package dev.makeline.benchmark;

import org.jspecify.annotations.NullMarked;
