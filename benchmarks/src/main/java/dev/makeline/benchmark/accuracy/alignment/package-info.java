/// How steps are aligned, held against what people aligned and against a text diff. May depend on
/// recipe-model and java-diff-utils.
@NullMarked
package dev.makeline.benchmark.accuracy.alignment;

import org.jspecify.annotations.NullMarked;
