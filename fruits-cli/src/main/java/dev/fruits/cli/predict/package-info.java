/** What is on photographs, as a saved classifier sees it. */
@NullMarked
package dev.fruits.cli.predict;

import org.jspecify.annotations.NullMarked;
