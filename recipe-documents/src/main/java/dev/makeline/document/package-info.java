/// Recipe documents as they arrive, read into the recipe model or refused with a sentence. Depends
/// on recipe-model, Jackson and the packages below it, one for each foreign form.
@NullMarked
package dev.makeline.document;

import org.jspecify.annotations.NullMarked;
