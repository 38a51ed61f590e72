package dev.ashlar.examples.wasm;

import dev.ashlar.memory.Memory;
import java.io.PrintStream;
import java.util.List;

/** Structs that go back and forth between a Java host and a WebAssembly guest, without a copy. */
public final class WasmExample {
    private final PrintStream out;

    WasmExample(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        new WasmExample(System.out).run();
    }

    void run() {
        try (Guest guest = new Guest()) {
            people(guest);
            shapes(guest);
            growth(guest);
            traps(guest);
        }
    }

    private void people(Guest guest) {
        out.println("Person, from host to guest and back");
        PersonView ada = PersonView.allocate(guest.allocator(), new Person(1, 1.65, 36));
        guest.call("birthday", ada.address());
        out.println("  the guest changed what the host allocated:  " + ada);

        long address = guest.call("newPerson", 2, Double.doubleToRawLongBits(1.83), 41);
        PersonView alan = PersonView.at(guest.lent(address, PersonView.BYTE_SIZE));
        out.println("  the host reads what the guest allocated:    " + alan.age(42));

        PersonArray people = PersonArray.copyOf(
                guest.allocator(), List.of(ada.read(), alan.read(), new Person(3, 1.91, 29), new Person(4, 1.7, 50)));
        long tallest = guest.call("tallest", people.address(), people.size());
        long index = (tallest - people.address()) / PersonView.BYTE_SIZE;
        out.println("  the guest looked through the host's array:  " + people.get(index));

        long copied = guest.call("copyOfTallest", people.address(), people.size());
        PersonView copy = PersonView.at(guest.handedOver(copied, PersonView.BYTE_SIZE));
        out.println("  in a block that the guest asked the host for: " + copy);
        copy.free();
        people.free();
        ada.free();
    }

    private void shapes(Guest guest) {
        out.println("Shape, a tagged union, from host to guest and back");
        ShapeView shape = ShapeView.allocate(guest.allocator());
        shape.beCircle().radius(0.5);
        out.printf("  area of %s by the guest: %.4f%n", shape.read(), guest.callF64("area", at(shape.memory())));

        long bounds = guest.call("boundsOfCircle", at(shape.memory()));
        ShapeView rect = ShapeView.at(guest.handedOver(bounds, ShapeView.BYTE_SIZE));
        String kind = switch (rect.read()) {
            case Shape.Circle(double radius) -> "a circle of radius " + radius;
            case Shape.Rect(double width, double height) -> "a rectangle of " + width + " by " + height;
        };
        out.println("  the guest made " + kind);
        rect.free();
        shape.free();
    }

    private void growth(Guest guest) {
        out.println("Growth");
        PersonView person = PersonView.allocate(guest.allocator(), new Person(5, 1.5, 7));
        long before = guest.call("grow", 8);
        out.println("  the guest grew the memory from " + before + " to "
                + guest.memory().pages() + " pages; the view is still good: " + person);
        person.free();
    }

    private void traps(Guest guest) {
        out.println("Traps");
        out.println("  " + trap(guest, "birthday", guest.memory().byteSize() - 8));
        ShapeView shape = ShapeView.allocate(guest.allocator());
        shape.memory().storeI32(0, 7);
        out.println("  " + trap(guest, "area", at(shape.memory())));
        shape.free();
        out.println("  " + trap(guest, "allocate", 65_536));
        out.println("  blocks still live on the host's side: "
                + guest.allocator().stats().liveBlocks());
    }

    private static String trap(Guest guest, String function, long argument) {
        try {
            guest.call(function, argument);
            return function + " did not trap";
        } catch (GuestException trap) {
            return String.valueOf(trap.getMessage());
        }
    }

    private static long at(Memory memory) {
        return memory.offset();
    }
}
