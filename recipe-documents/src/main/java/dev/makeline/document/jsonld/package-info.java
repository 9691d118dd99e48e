/// Recipes in schema.org's JSON-LD, in the shapes in which sites publish them.
@NullMarked
package dev.makeline.document.jsonld;

import org.jspecify.annotations.NullMarked;
