package dev.ashlar.tests.storage;

enum Color {
    RED,
    GREEN,
    BLUE {
        @Override
        public String toString() {
            return "b";
        }
    }
}
