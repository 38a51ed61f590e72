/**
 * JMH benchmarks and the reports that run them.
 *
 * <p>A benchmark method is named {@code work_peer}; a report runs all peers of a class in interleaved forks and prints
 * the minimum of each as a ratio to one of them.
 */
@NullMarked
package dev.ashlar.benchmarks;

import org.jspecify.annotations.NullMarked;
