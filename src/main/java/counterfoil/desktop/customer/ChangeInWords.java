package counterfoil.desktop.customer;

import counterfoil.desktop.kit.Texts;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.domain.customer.CustomerEvent;
import counterfoil.domain.customer.CustomerEvent.CustomerDetailsChanged;
import counterfoil.domain.customer.CustomerEvent.CustomerErased;
import counterfoil.domain.customer.CustomerEvent.CustomerRegistered;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was changed about a customer, field by field with before and after. */
final class ChangeInWords {
  private final Texts texts;

  ChangeInWords(Texts texts) {
    this.texts = texts;
  }

  String of(CustomerEvent event) {
    return switch (event) {
      case CustomerRegistered _ -> texts.get("customer.change.registered");
      case CustomerDetailsChanged(_, var before, var after) ->
          Stream.concat(
                  Stream.of(Detail.values())
                      .filter(detail -> !value(detail, before).equals(value(detail, after)))
                      .map(detail ->
                          became(detail.word(), value(detail, before), value(detail, after))),
                  before.flags().equals(after.flags())
                      ? Stream.empty()
                      : Stream.of(became("flags", flags(before.flags()), flags(after.flags()))))
              .collect(Collectors.joining("; "));
      case CustomerErased(_, var reason, _) -> texts.get("customer.change.erased", reason);
    };
  }

  private String became(String field, String before, String after) {
    return texts.get("customer.change.field", texts.get("customer.field." + field), before, after);
  }

  private String flags(Set<Flag> flags) {
    return flags.stream()
        .map(flag -> texts.get("customer.flag." + flag.name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
  }

  private static String value(Detail detail, CustomerDetails details) {
    return switch (detail) {
      case NAME -> details.name();
      case BIRTH_DATE -> details.birthDate().map(LocalDate::toString).orElse("");
      case DOCUMENT_TYPE -> details.documentType();
      case DOCUMENT_NUMBER -> details.documentNumber();
      case PHONE -> details.phone();
      case ADDRESS -> details.address();
      case NOTE -> details.noteToTeller();
    };
  }
}
