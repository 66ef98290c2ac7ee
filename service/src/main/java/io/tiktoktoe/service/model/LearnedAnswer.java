package io.tiktoktoe.service.model;

import io.tiktoktoe.answer.Provenance;

/**
 * What was learned from all creators.
 *
 * @param model the name under which it is kept
 * @param creators how many creators taught
 * @param provenance how it is made again
 */
public record LearnedAnswer(String model, int creators, Provenance provenance) {}
