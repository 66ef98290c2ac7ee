/**
 * One small global network that forecasts any series at once, and everything that made it.
 *
 * <p>Question: what do the next 90 steps look like, learnt from millions of made-up series instead
 * of from this one? Method: a bank of fast seasonal candidates, a residual multilayer perceptron
 * that judges them from their own backtest and the shape of the history, and a per-step decoder
 * that mixes them and adds quantiles (near in spirit to TiDE, Das et al. 2023, N-HiTS, Challu et
 * al. 2023, and FFORMA, Montero-Manso et al. 2020). Trained on synthetic series only ({@link
 * io.tiktoktoe.forecast.network.SyntheticSeries}) by {@link
 * io.tiktoktoe.forecast.network.NetworkTraining}. Front door: {@link
 * io.tiktoktoe.forecast.network.PretrainedNetwork}.
 */
package io.tiktoktoe.forecast.network;
