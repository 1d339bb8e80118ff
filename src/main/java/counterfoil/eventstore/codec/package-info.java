/** Entries as bytes: the envelope that is hashed, and its commitment to the payload. */
@NullMarked
package counterfoil.eventstore.codec;

import org.jspecify.annotations.NullMarked;
