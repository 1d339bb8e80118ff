/** Tests of the project itself: its form, its walls, its texts; and the report of a test run. */
@NullMarked
package counterfoil.build;

import org.jspecify.annotations.NullMarked;
