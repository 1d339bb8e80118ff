@NullMarked
package counterfoil.application.practice;

import org.jspecify.annotations.NullMarked;
