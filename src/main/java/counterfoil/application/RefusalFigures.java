package counterfoil.application;

import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.Permissions;
import counterfoil.domain.staff.Role;
import java.lang.reflect.RecordComponent;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * The figures of a refusal, in the order its record names them, and its sentence in English. The
 * sentences of all languages stand in the bundle {@value #BUNDLE}, under {@code refusal.} and the
 * code, the figures as their arguments.
 */
public final class RefusalFigures {
  public static final String BUNDLE = "counterfoil.application.refusals";

  private RefusalFigures() {}

  public static List<Object> of(Refusal refusal) {
    return components(refusal).map(component -> value(refusal, component)).toList();
  }

  /** As programs read them: names with underscores, amounts as plain decimals. */
  public static Map<String, String> named(Refusal refusal) {
    Map<String, String> figures = new LinkedHashMap<>();
    components(refusal)
        .forEach(
            component -> figures.put(snake(component.getName()), plain(value(refusal, component))));
    return figures;
  }

  /** One clear sentence in English. */
  public static String sentence(Refusal refusal) {
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    var sentences = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, control);
    String pattern = sentences.getString("refusal." + refusal.code());
    Object[] figures = of(refusal).stream().map(figure -> inWords(sentences, figure)).toArray();
    return new MessageFormat(pattern, Locale.ENGLISH).format(figures);
  }

  private static Stream<RecordComponent> components(Refusal refusal) {
    return Stream.of(refusal.getClass().getRecordComponents());
  }

  private static Object value(Refusal refusal, RecordComponent component) {
    try {
      return component.getAccessor().invoke(refusal);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a refusal is a public record", e);
    }
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static String plain(Object figure) {
    return figure instanceof Money money ? money.getAmount().toPlainString() : figure.toString();
  }

  private static Object inWords(ResourceBundle sentences, Object figure) {
    return switch (figure) {
      case Money money -> money.getAmount().toPlainString() + " " + money.getCurrencyUnit();
      case Permission permission -> {
        Object[] roles =
            Permissions.holding(permission).stream()
                .map(role -> sentences.getString(roleKey(role)))
                .toArray();
        yield new MessageFormat(sentences.getString(rolesKey(roles.length)), Locale.ENGLISH)
            .format(roles);
      }
      default -> figure.toString();
    };
  }

  /** The key of a role's name in a sentence. */
  public static String roleKey(Role role) {
    return "roles." + role.code();
  }

  /** The key of so many roles in a row, of which any one will do. */
  public static String rolesKey(int count) {
    return "roles." + count;
  }
}
