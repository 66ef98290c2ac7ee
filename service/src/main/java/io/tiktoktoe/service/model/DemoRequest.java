package io.tiktoktoe.service.model;

import java.nio.file.Path;

/**
 * Asks for the whole way: simulate, take in, analyse.
 *
 * @param creators how many
 * @param months how many whole months, the last being the one before the present
 * @param seed of random draws
 * @param folder where everything that is made lies
 */
public record DemoRequest(int creators, int months, long seed, Path folder) {}
