package dev.ashlar.tests.structsfor;

record Thing(byte a, int id) {}
