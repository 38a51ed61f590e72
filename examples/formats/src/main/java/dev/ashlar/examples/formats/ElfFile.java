package dev.ashlar.examples.formats;

import dev.ashlar.memory.Memory;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/**
 * An ELF file of 64 bits and little-endian: programs and libraries on Linux. Its symbols are printed as {@code readelf -sW} does,
 * without versions.
 */
final class ElfFile implements FileFormat {
    private static final int SYMBOL_TABLE = 2;
    private static final int DYNAMIC_SYMBOLS = 11;
    private static final int SECTION_SYMBOL = 3;

    private static final Map<Integer, String> TYPES =
            Map.of(0, "NOTYPE", 1, "OBJECT", 2, "FUNC", 3, "SECTION", 4, "FILE", 5, "COMMON", 6, "TLS", 10, "IFUNC");
    private static final Map<Integer, String> BINDINGS = Map.of(0, "LOCAL", 1, "GLOBAL", 2, "WEAK", 10, "UNIQUE");
    private static final String[] VISIBILITIES = {"DEFAULT", "INTERNAL", "HIDDEN", "PROTECTED"};
    private static final Map<Integer, String> SECTIONS = Map.of(0, "UND", 0xfff1, "ABS", 0xfff2, "COM");

    private final Memory file;
    private final ElfSectionArray sections;
    private final ElfSectionView sectionNames;

    ElfFile(Memory file) {
        this.file = file;
        ElfHeaderView header = ElfHeaderView.at(file, 0);
        if (header.wordSize() != 2 || header.byteOrder() != 1) {
            throw new IllegalArgumentException("not an ELF file of 64 bits and little-endian: class="
                    + header.wordSize() + " data=" + header.byteOrder());
        }
        sections = ElfSectionArray.at(file, header.sectionsOffset(), header.sectionCount());
        sectionNames = sections.get(header.namesIndex());
    }

    @Override
    public void print(PrintStream out) {
        for (ElfSectionView section : sections) {
            if (section.kind() == SYMBOL_TABLE || section.kind() == DYNAMIC_SYMBOLS) {
                print(section, out);
            }
        }
    }

    private void print(ElfSectionView table, PrintStream out) {
        ElfSymbolArray symbols = ElfSymbolArray.at(file, table.offset(), table.size() / ElfSymbolView.BYTE_SIZE);
        ElfSectionView names = sections.get(table.link());
        out.printf("%nSymbol table '%s' contains %d entries:%n", nameOf(table), symbols.size());
        out.println("   Num:    Value          Size Type    Bind   Vis      Ndx Name");
        for (long index = 0; index < symbols.size(); index++) {
            ElfSymbolView symbol = symbols.get(index);
            out.printf(
                    Locale.ROOT,
                    "%6d: %016x %5s %-7s %-6s %-7s %4s %s%n",
                    index,
                    symbol.value(),
                    symbol.size() <= 99_999 ? symbol.size() : "0x" + Long.toHexString(symbol.size()),
                    TYPES.getOrDefault(symbol.kind(), "<unknown>: " + symbol.kind()),
                    BINDINGS.getOrDefault(symbol.binding(), "<unknown>: " + symbol.binding()),
                    VISIBILITIES[symbol.visibility()],
                    SECTIONS.getOrDefault(symbol.section(), Integer.toString(symbol.section())),
                    nameOf(symbol, names));
        }
    }

    private String nameOf(ElfSymbolView symbol, ElfSectionView names) {
        return symbol.kind() == SECTION_SYMBOL && symbol.name() == 0
                ? nameOf(sections.get(symbol.section()))
                : file.loadString(names.offset() + symbol.name());
    }

    private String nameOf(ElfSectionView section) {
        return file.loadString(sectionNames.offset() + section.name());
    }
}
