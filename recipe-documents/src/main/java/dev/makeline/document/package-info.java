/// Recipe documents as they arrive, read into the recipe model or refused with a sentence. Depends
/// on recipe-model and Jackson.
@NullMarked
package dev.makeline.document;

import org.jspecify.annotations.NullMarked;
