/// The kind `import-recipes`: finds the documents in a file of many, and puts them into the intake.
/// Everything about the file is hostile until read. Depends on recipe-documents.
@NullMarked
package dev.makeline.processor.kind.importing;

import org.jspecify.annotations.NullMarked;
