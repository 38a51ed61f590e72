package dev.ashlar.processor.write;

/** A component that may be the tail of its struct: what the classes of structs with tails ask of it besides. */
interface TailComponent {
    TailCode tail();
}
