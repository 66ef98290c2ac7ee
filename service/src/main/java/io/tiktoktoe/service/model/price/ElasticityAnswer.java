package io.tiktoktoe.service.model.price;

import io.tiktoktoe.pricing.insight.Elasticities;
import java.util.List;

/**
 * Elasticities of a file.
 *
 * @param rows one a product, in the order of the file
 * @param elasticities the same with what holds for all products
 * @param unusedColumns columns of text with too many different values to be controls
 */
public record ElasticityAnswer(
    List<ElasticityRow> rows, Elasticities elasticities, List<String> unusedColumns) {

  public ElasticityAnswer {
    rows = List.copyOf(rows);
    unusedColumns = List.copyOf(unusedColumns);
  }
}
