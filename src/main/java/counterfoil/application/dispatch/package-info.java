/**
 * Carries acts out: each is decided on the states of the streams it concerns and recorded in one
 * append, or refused. Knows nothing of what the acts are about.
 */
@NullMarked
package counterfoil.application.dispatch;

import org.jspecify.annotations.NullMarked;
