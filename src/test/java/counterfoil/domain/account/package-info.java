@NullMarked
package counterfoil.domain.account;

import org.jspecify.annotations.NullMarked;
