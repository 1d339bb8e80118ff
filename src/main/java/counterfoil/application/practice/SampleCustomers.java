package counterfoil.application.practice;

import counterfoil.domain.account.AccountNumber;
import java.util.List;

/** The customers of the branch to practise in. Names of many scripts, as people have them. */
public final class SampleCustomers {
  public static final String CURRENT = "current";
  public static final String SAVINGS = "savings";

  public static final Customer NADIA = new Customer("1004-2213", "Nadia Rahimi", CURRENT);
  public static final Customer SCHOOL = new Customer("1002-4471", "St Mark School", CURRENT);
  public static final Customer BRANDT = new Customer("1007-1120", "Marta Brandt", CURRENT);
  public static final Customer WEBER = new Customer("1003-5520", "Jonas Weber", CURRENT);

  /** Those whose story is told in full. */
  static final List<Customer> NAMED = List.of(NADIA, SCHOOL, BRANDT, WEBER);

  /** The four above are served as the script says, everybody else as it happens. */
  public static final List<Customer> OTHERS =
      List.of(
          new Customer("1001-7788", "Lin Xiaoyu 林晓雨", CURRENT),
          new Customer("1005-3306", "Chinedu Eze", SAVINGS),
          new Customer("1006-8814", "Σοφία Παπαδοπούλου", CURRENT),
          new Customer("1008-4127", "Иван Петров", SAVINGS),
          new Customer("1009-0031", "Green Valley Growers", CURRENT),
          new Customer("1010-0002", "João Silva Pereira", CURRENT),
          new Customer("1011-2045", "محمد العلي", SAVINGS),
          new Customer("1012-6690", "יעל כהן", CURRENT),
          new Customer("1013-0718", "Priya Sharma", CURRENT),
          new Customer("1014-5532", "佐藤 健", SAVINGS),
          new Customer("1015-9901", "김민준", CURRENT),
          new Customer("1016-3374", "Somchai Jaidee", CURRENT),
          new Customer("1017-4486", "Nguyễn Thị Hương", SAVINGS),
          new Customer("1018-2259", "Łukasz Wójcik", CURRENT),
          new Customer("1019-7703", "Åsa Lindström", CURRENT),
          new Customer("1020-1188", "Zeynep Yılmaz", SAVINGS),
          new Customer("1021-6047", "O'Brien & Daughters Bakery", CURRENT),
          new Customer("1022-3915", "Mehmet Öztürk", CURRENT),
          new Customer("1023-8420", "王建国", SAVINGS),
          new Customer("1024-5067", "Grace Wanjiku", CURRENT),
          new Customer("1025-9134", "Kwame Mensah", CURRENT),
          new Customer("1026-2781", "Fatoumata Diallo", SAVINGS),
          new Customer("1027-6359", "María José García", CURRENT),
          new Customer("1028-0946", "François Lefèvre", CURRENT),
          new Customer("1029-4613", "Giulia Rossi", SAVINGS),
          new Customer("1030-7205", "Ana Kovačević", CURRENT),
          new Customer("1031-1857", "Հայկ Պետրոսյան", CURRENT),
          new Customer("1032-3490", "ნინო ბერიძე", SAVINGS),
          new Customer("1033-8062", "Ananya Sen", CURRENT),
          new Customer("1034-5718", "Tamilselvi Raman", CURRENT),
          new Customer("1035-2236", "Oyunbileg Bat-Erdene", SAVINGS),
          new Customer("1036-9571", "Riverside Rowing Club", CURRENT),
          new Customer("1037-0403", "Parish Relief Fund", CURRENT),
          new Customer("1038-6184", "Tama Ngata", SAVINGS),
          new Customer("1039-3729", "Siobhán Ní Bhriain", CURRENT),
          new Customer("1040-8850", "Peter van der Merwe", CURRENT));

  private SampleCustomers() {}

  public record Customer(AccountNumber number, String name, String product) {
    Customer(String number, String name, String product) {
      this(new AccountNumber(number), name, product);
    }
  }
}
