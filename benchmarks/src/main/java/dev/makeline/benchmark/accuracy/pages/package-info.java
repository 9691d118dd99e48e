/// How recipe pages are read, held against what others read in them. May depend on
/// recipe-documents.
@NullMarked
package dev.makeline.benchmark.accuracy.pages;

import org.jspecify.annotations.NullMarked;
