/// Commands that read recipes and their parts on the spot: offline, without a running instance.
/// Depends on recipe-documents and on [dev.makeline.launcher.instance] for refusals.
@NullMarked
package dev.makeline.launcher.recipes;

import org.jspecify.annotations.NullMarked;
