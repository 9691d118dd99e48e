/// The kind `scale-recipe`: the same recipe for other servings. Depends on recipe-documents and
/// recipe-model.
@NullMarked
package dev.makeline.processor.kind.scaling;

import org.jspecify.annotations.NullMarked;
