/**
 * What the coverage-guided fuzzer calls: each target takes any bytes and lets through what must not
 * be thrown. {@code CoverageGuidedTest} runs them.
 */
package dev.icrstreams.hostile.fuzz;
