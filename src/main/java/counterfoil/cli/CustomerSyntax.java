package counterfoil.cli;

import counterfoil.application.Order;
import counterfoil.application.Quoted;
import counterfoil.domain.customer.CustomerCommand.ChangeCustomerDetails;
import counterfoil.domain.customer.CustomerCommand.RegisterCustomer;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.customer.CustomerRefusal.CustomerNotFound;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Commands over customers, and customers' numbers in other commands. */
final class CustomerSyntax {
  private static final String NONE = "none";

  private final BranchFacts branch;

  CustomerSyntax(BranchFacts branch) {
    this.branch = branch;
  }

  /** The registration of a customer but for the number. */
  Function<CustomerNumber, Order> registration(CommandFields fields) {
    var details = details(CustomerDetails.named(fields.text("name")), fields);
    return number -> new Order.KeepCustomer(new RegisterCustomer(number, details));
  }

  /** What is left out stays as it is. */
  Order change(CommandFields fields) {
    CustomerNumber number = number("customer", fields);
    CustomerDetails before =
        branch
            .customer(number)
            .orElseThrow(() -> new UnlawfulCommand(new CustomerNotFound(number)));
    return new Order.KeepCustomer(new ChangeCustomerDetails(number, details(before, fields)));
  }

  static Order erasure(CommandFields fields) {
    return new Order.EraseCustomer(number("customer", fields), fields.text("reason"));
  }

  private static CustomerDetails details(CustomerDetails before, CommandFields fields) {
    return new CustomerDetails(
        fields.textOr("name", before.name()),
        fields.optionalDate("birth_date").or(before::birthDate),
        fields.textOr("document_type", before.documentType()),
        fields.textOr("document_number", before.documentNumber()),
        fields.textOr("phone", before.phone()),
        fields.textOr("address", before.address()),
        flags(before, fields),
        fields.textOr("note", before.noteToTeller()));
  }

  private static Set<Flag> flags(CustomerDetails before, CommandFields fields) {
    List<String> given = fields.texts("flags");
    if (given.isEmpty()) {
      return before.flags();
    }
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    for (String name : given.equals(List.of(NONE)) ? List.<String>of() : given) {
      flags.add(
          Stream.of(Flag.values())
              .filter(flag -> flag.name().toLowerCase(Locale.ROOT).equals(name))
              .findFirst()
              .orElseThrow(() ->
                  fields.malformed(
                      "%s in the field flags is not deceased, minor, dormant, or none alone."
                          .formatted(Quoted.of(name)))));
    }
    return flags;
  }

  static CustomerNumber number(String name, CommandFields fields) {
    return optionalNumber(name, fields).orElseThrow(() -> fields.missing(name));
  }

  static Optional<CustomerNumber> optionalNumber(String name, CommandFields fields) {
    return fields.optionalText(name).map(text -> parsed(text, fields));
  }

  static CustomerNumber parsed(String text, CommandFields fields) {
    return CustomerNumber.parse(text)
        .orElseThrow(() ->
            fields.malformed(
                "%s is not a customer's number, such as C-000123.".formatted(Quoted.of(text))));
  }
}
