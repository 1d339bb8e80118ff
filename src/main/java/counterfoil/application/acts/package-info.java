/** What can be done, each as an act over the streams it concerns. */
@NullMarked
package counterfoil.application.acts;

import org.jspecify.annotations.NullMarked;
