/// The tour: drops sample documents into a running instance and shows what was done differently.
/// Depends on the instance package; everything goes through S3 and REST, as it would from outside.
@NullMarked
package dev.makeline.launcher.demo;

import org.jspecify.annotations.NullMarked;
