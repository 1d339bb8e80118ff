package counterfoil.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import counterfoil.application.RefusalFigures;
import counterfoil.domain.InputRefusal;
import counterfoil.domain.InputRefusal.AmountNegative;
import counterfoil.domain.InputRefusal.AmountNotPositive;
import counterfoil.domain.InputRefusal.AmountTooLarge;
import counterfoil.domain.InputRefusal.OtherCurrency;
import counterfoil.domain.InputRefusal.TextMissing;
import counterfoil.domain.InputRefusal.TextNotPlain;
import counterfoil.domain.InputRefusal.TextTooLong;
import counterfoil.domain.InputRefusal.TooManyDecimals;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountRefusal;
import counterfoil.domain.account.AccountRefusal.AccountExists;
import counterfoil.domain.account.AccountRefusal.AccountIsClosed;
import counterfoil.domain.account.AccountRefusal.AccountNotFound;
import counterfoil.domain.account.AccountRefusal.AccountOverdrawn;
import counterfoil.domain.account.AccountRefusal.BalanceNotZero;
import counterfoil.domain.account.AccountRefusal.BalanceTooLarge;
import counterfoil.domain.account.AccountRefusal.InsufficientFunds;
import counterfoil.domain.account.AccountRefusal.TransferToItself;
import java.io.IOException;
import java.math.BigDecimal;
import org.joda.money.Money;

/** A refusal for people, in a sentence, and for programs, in figures. */
final class RefusalWords {
  private RefusalWords() {}

  static String sentence(Refusal refusal) {
    return switch (refusal) {
      case InputRefusal input -> sentenceOf(input);
      case AccountRefusal account -> sentenceOf(account);
      default -> RefusalFigures.sentence(refusal);
    };
  }

  private static String sentenceOf(InputRefusal refusal) {
    return switch (refusal) {
      case AmountNotPositive(var amount) ->
          "The amount must be more than zero, but is " + plain(amount) + ".";
      case AmountNegative(var amount) ->
          "The amount must not be less than zero, but is " + plain(amount) + ".";
      case TooManyDecimals(var amount, var currency, var allowed) ->
          "%s has more decimals than %s, which has %d.".formatted(plain(amount), currency, allowed);
      case AmountTooLarge(var amount, var limit) ->
          "%s is more than the largest amount, %s.".formatted(plain(amount), figure(limit));
      case OtherCurrency(var given, var expected) ->
          "The ledger is in %s, not in %s.".formatted(expected, given);
      case TextMissing(var field) -> "The field " + field + " is empty.";
      case TextTooLong(var field, var length, var allowed) ->
          "The field %s is %d characters long; %d are allowed.".formatted(field, length, allowed);
      case TextNotPlain(var field) ->
          "The field %s holds a line break or a character that cannot be shown.".formatted(field);
    };
  }

  private static String sentenceOf(AccountRefusal refusal) {
    return switch (refusal) {
      case InsufficientFunds(var account, var available, var amount) ->
          "Account %s has %s available, which is less than %s."
              .formatted(account, figure(available), figure(amount));
      case BalanceTooLarge(var account, var limit) ->
          "The balance of account %s would go beyond %s.".formatted(account, figure(limit));
      case AccountNotFound(var account) -> "There is no account " + account + ".";
      case AccountExists(var account) -> "There is an account " + account + " already.";
      case AccountIsClosed(var account) -> "Account " + account + " is closed.";
      case BalanceNotZero(var account, var balance) ->
          "Account %s still holds %s: close it with payout, or empty it first."
              .formatted(account, figure(balance));
      case AccountOverdrawn(var account, var balance) ->
          "Account %s owes money, its balance is %s: it must be settled first."
              .formatted(account, figure(balance));
      case TransferToItself(var account) ->
          "A transfer needs two accounts, but both are " + account + ".";
    };
  }

  static void writeFigures(JsonGenerator json, Refusal refusal) throws IOException {
    switch (refusal) {
      case InputRefusal input -> write(json, input);
      case AccountRefusal account -> write(json, account);
      default -> {
        for (var figure : RefusalFigures.named(refusal).entrySet()) {
          json.writeStringField(figure.getKey(), figure.getValue());
        }
      }
    }
  }

  private static void write(JsonGenerator json, InputRefusal refusal) throws IOException {
    switch (refusal) {
      case AmountNotPositive(var amount) -> json.writeStringField("amount", plain(amount));
      case AmountNegative(var amount) -> json.writeStringField("amount", plain(amount));
      case TooManyDecimals(var amount, var currency, var allowed) -> {
        json.writeStringField("amount", plain(amount));
        json.writeStringField("currency", currency);
        json.writeNumberField("allowed", allowed);
      }
      case AmountTooLarge(var amount, var limit) -> {
        json.writeStringField("amount", plain(amount));
        writeMoney(json, "limit", limit);
      }
      case OtherCurrency(var given, var expected) -> {
        json.writeStringField("given", given);
        json.writeStringField("expected", expected);
      }
      case TextMissing(var field) -> json.writeStringField("field", field);
      case TextTooLong(var field, var length, var allowed) -> {
        json.writeStringField("field", field);
        json.writeNumberField("length", length);
        json.writeNumberField("allowed", allowed);
      }
      case TextNotPlain(var field) -> json.writeStringField("field", field);
    }
  }

  private static void write(JsonGenerator json, AccountRefusal refusal) throws IOException {
    switch (refusal) {
      case InsufficientFunds(var account, var available, var amount) -> {
        writeAccount(json, account);
        writeMoney(json, "available", available);
        writeMoney(json, "amount", amount);
      }
      case BalanceTooLarge(var account, var limit) -> {
        writeAccount(json, account);
        writeMoney(json, "limit", limit);
      }
      case AccountNotFound(var account) -> writeAccount(json, account);
      case AccountExists(var account) -> writeAccount(json, account);
      case AccountIsClosed(var account) -> writeAccount(json, account);
      case BalanceNotZero(var account, var balance) -> {
        writeAccount(json, account);
        writeMoney(json, "balance", balance);
      }
      case AccountOverdrawn(var account, var balance) -> {
        writeAccount(json, account);
        writeMoney(json, "balance", balance);
      }
      case TransferToItself(var account) -> writeAccount(json, account);
    }
  }

  private static void writeAccount(JsonGenerator json, AccountNumber account) throws IOException {
    json.writeStringField("account", account.value());
  }

  private static void writeMoney(JsonGenerator json, String name, Money money) throws IOException {
    json.writeStringField(name, money.getAmount().toPlainString());
  }

  private static String plain(BigDecimal amount) {
    return amount.toPlainString();
  }

  private static String figure(Money money) {
    return money.getAmount().toPlainString() + " " + money.getCurrencyUnit().getCode();
  }
}
