package io.tiktoktoe.table;

import io.tiktoktoe.audience.lifetime.PurchaseLog;
import java.util.List;

/**
 * The purchases of a file.
 *
 * @param customers their names, in the order in which they first appear; a customer's number in the
 *     log is the place here
 * @param log who bought when, for how much
 * @param rows how many were read
 * @param withoutCustomer rows that name no customer, left out
 * @param withoutDate rows without a date, left out
 * @param withoutAmount rows without an amount where the file has amounts, left out
 * @param unusedColumns columns of the file that were not read
 */
public record PurchaseTable(
    List<String> customers,
    PurchaseLog log,
    long rows,
    long withoutCustomer,
    long withoutDate,
    long withoutAmount,
    List<String> unusedColumns) {

  public PurchaseTable {
    customers = List.copyOf(customers);
    unusedColumns = List.copyOf(unusedColumns);
  }
}
