package dev.ashlar.examples.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.wabt.Wat2Wasm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The guest that runs is the one that is written down. */
class GuestSourceTest {
    private static final Path TEXT = Path.of("src/main/wat/guest.wat");
    private static final Path MODULE = Path.of("src/main/resources/dev/ashlar/examples/wasm/guest.wasm");

    /** {@code -Dashlar.updateGoldens=true} writes the module anew after its text changed. */
    @Test
    void module_isAssembledFromItsText() throws IOException {
        byte[] assembled = Wat2Wasm.parse(Files.readString(TEXT));
        if (Boolean.getBoolean("ashlar.updateGoldens")) {
            Files.write(MODULE, assembled);
        }
        assertThat(assembled).isEqualTo(Files.readAllBytes(MODULE));
    }
}
