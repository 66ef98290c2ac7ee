package io.tiktoktoe.pricing.market;

import io.tiktoktoe.pricing.insight.CreatorProduct;
import io.tiktoktoe.pricing.insight.MarketContext;
import io.tiktoktoe.pricing.insight.PricingStrategy;

/**
 * A product whose price can be judged.
 *
 * @param product what it is sold for, and under which constraints
 * @param context what speaks of willingness to pay for it
 * @param strategy what to charge for it alone
 */
record Priced(CreatorProduct product, MarketContext context, PricingStrategy strategy) {}
