package dev.ashlar.tests.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.Memory;
import dev.ashlar.struct.Ref;
import dev.ashlar.struct.StructLog;
import dev.ashlar.tests.TestAllocator;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cursors along logs: where they are, and what they show there. */
class LogCursorTest {
    private final TestAllocator allocator = new TestAllocator();

    @AfterEach
    void close() {
        allocator.close();
    }

    @Test
    void advance_visitsEveryStructInOrder() {
        StructLog<Message, MessageView> log = log("", "started", "123456789", "x");
        List<String> texts = new ArrayList<>();
        MessageView.Cursor message = MessageView.Cursor.of(log);
        while (message.advance()) {
            assertThat(message.textLength()).isEqualTo(message.text().length());
            message.time(10L * texts.size());
            texts.add(message.text());
        }
        assertThat(texts).containsExactly("", "started", "123456789", "x");
        assertThat(StreamSupport.stream(log.spliterator(), false).map(MessageView::time))
                .containsExactly(0L, 10L, 20L, 30L);
    }

    @Test
    void advance_goesWhereTheIteratorGoes() {
        StructLog<Route, RouteView> log = StructLog.over(allocator.allocate(500), RouteView.type());
        for (int i = 0; i < 9; i++) {
            Spot[] spots = new Spot[i * 5 % 7];
            for (int k = 0; k < spots.length; k++) {
                spots[k] = new Spot(i, k);
            }
            log.append(new Route((short) i, spots));
        }
        RouteView.Cursor route = RouteView.Cursor.of(log);
        for (RouteView view : log) {
            assertThat(route.advance()).isTrue();
            assertThat(route.byteOffset()).isEqualTo(view.byteOffset());
            assertThat(route.memory()).isSameAs(view.memory());
            assertThat(route.equals(view)).isTrue();
            assertThat(view.equals(route)).isTrue();
            assertThat(route).hasSameHashCodeAs(view).hasToString(view.toString());
            assertThat(route.read().spots()).isEqualTo(view.read().spots());
            if (route.spotsLength() > 1) {
                assertThat(route.spots(1)).isEqualTo(view.spots(1));
            }
        }
        assertThat(route.advance()).isFalse();
    }

    @Test
    void accessors_beforeTheFirst_throw() {
        MessageView.Cursor message = MessageView.Cursor.of(log("a"));
        assertThatThrownBy(message::time).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> message.time(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(message::textLength).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(message::text).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(message::read).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> message.write(new Message(1, Ref.none(), "b")))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(message::free).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(message::followOlder).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(message).hasToString("Message[unreadable: IndexOutOfBoundsException]");
    }

    @Test
    void advance_afterTheLast_staysThere() {
        MessageView.Cursor message = MessageView.Cursor.of(log("a", "b"));
        assertThat(message.advance()).isTrue();
        assertThat(message.advance()).isTrue();
        assertThat(message.advance()).isFalse();
        assertThat(message.advance()).isFalse();
        assertThat(message.text()).isEqualTo("b");
    }

    @Test
    void advance_inAnEmptyLog_isFalse() {
        assertThat(MessageView.Cursor.of(log()).advance()).isFalse();
        Memory nothing = Memory.of(MemorySegment.ofArray(new byte[0]));
        MessageView.Cursor message = MessageView.Cursor.of(StructLog.over(nothing, MessageView.type()));
        assertThat(message.advance()).isFalse();
        assertThatThrownBy(message::time).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** As an iterator does. */
    @Test
    void advance_doesNotReachWhatWasAppendedAfterTheCursorWasMade() {
        StructLog<Message, MessageView> log = log("a");
        MessageView.Cursor message = MessageView.Cursor.of(log);
        log.append(new Message(2, Ref.none(), "b"));
        assertThat(message.advance()).isTrue();
        assertThat(message.advance()).isFalse();
        MessageView.Cursor again = MessageView.Cursor.of(log);
        assertThat(again.advance()).isTrue();
        assertThat(again.advance()).isTrue();
        assertThat(again.text()).isEqualTo("b");
    }

    @Test
    void advance_whenTheLengthOfTheNextIsImpossible_throwsAndStays() {
        StructLog<Message, MessageView> log = log("first", "second", "third");
        MessageView.Cursor message = MessageView.Cursor.of(log);
        assertThat(message.advance()).isTrue();
        long length = MessageView.type().byteSizeAt(log.memory(), 0) + MessageView.OFFSET_TEXT;
        for (int impossible : new int[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 10_000}) {
            log.memory().storeI32(length, impossible);
            assertThatIllegalStateException()
                    .isThrownBy(message::advance)
                    .withMessageContaining(
                            "tail of an impossible length: struct=dev.ashlar.tests.cursor.Message component=text length="
                                    + impossible);
            assertThat(message.text()).isEqualTo("first");
        }
        log.memory().storeI32(length, 200);
        assertThatIllegalStateException()
                .isThrownBy(message::advance)
                .withMessageStartingWith(
                        "struct reaches beyond the end of its log: struct=dev.ashlar.tests.cursor.Message byteOffset=");
        assertThat(message.text()).isEqualTo("first");
        log.memory().storeI32(length, 6);
        assertThat(message.advance()).isTrue();
        assertThat(message.text()).isEqualTo("second");
    }

    @Test
    void advance_whenTheLogEndsWithinAStruct_throwsAndStays() {
        StructLog<Message, MessageView> log = log("first", "second");
        StructLog<Message, MessageView> cut = StructLog.at(log.memory(), MessageView.type(), log.byteSize() - 1);
        MessageView.Cursor message = MessageView.Cursor.of(cut);
        assertThat(message.advance()).isTrue();
        assertThatIllegalStateException().isThrownBy(message::advance).withMessageContaining("beyond the end");
        assertThat(message.text()).isEqualTo("first");
        Memory end = Memory.of(log.memory().segment().asSlice(0, log.byteSize() - 20));
        MessageView.Cursor atEnd = MessageView.Cursor.of(StructLog.at(end, MessageView.type(), log.byteSize() - 20));
        assertThat(atEnd.advance()).isTrue();
        assertThatThrownBy(atEnd::advance).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(atEnd.text()).isEqualTo("first");
    }

    @Test
    void advance_afterTheLogIsFreed_throws() {
        StructLog<Message, MessageView> log = log("a", "b");
        MessageView.Cursor message = MessageView.Cursor.of(log);
        assertThat(message.advance()).isTrue();
        log.memory().free();
        assertThatIllegalStateException().isThrownBy(message::advance).withMessageContaining("freed");
        assertThatIllegalStateException().isThrownBy(message::text).withMessageContaining("freed");
        assertThat(message).hasToString("Message[freed]");
    }

    @Test
    void view_staysWhereItWasTaken() {
        MessageView.Cursor message = MessageView.Cursor.of(log("a", "b"));
        message.advance();
        MessageView view = message.view();
        message.advance();
        assertThat(view.text()).isEqualTo("a");
        assertThat(view).isNotInstanceOf(MessageView.Cursor.class);
        assertThat(message.text()).isEqualTo("b");
    }

    @Test
    void ref_toACursor_isOneToThePresentStruct() {
        MessageView.Cursor message = MessageView.Cursor.of(log("a", "b"));
        message.advance();
        Ref<Message> ref = Ref.to(message);
        MessageView first = message.view();
        message.advance();
        message.older(message.view());
        assertThat(message.olderAddress()).isEqualTo(Ref.to(message).address());
        assertThat(ref.follow(allocator.memory(), MessageView.type())).isEqualTo(first);
    }

    @Test
    void of_aView_isAtItsStruct_andFollowsReferences() {
        MessageView first = MessageView.allocate(allocator, new Message(1, Ref.none(), "first"));
        MessageView last = MessageView.allocate(allocator, new Message(2, Ref.to(first), "last"));
        MessageView.Cursor message = MessageView.Cursor.of(last);
        assertThat(message.text()).isEqualTo("last");
        assertThat(message.advance()).isFalse();
        assertThat(message.followOlder()).isTrue();
        assertThat(message.text()).isEqualTo("first");
        assertThat(message.followOlder()).isFalse();
        assertThat(message.text()).isEqualTo("first");
        message.olderAddress(1L << 40);
        assertThatThrownBy(message::followOlder).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(MessageView.Cursor.of(message).text()).isEqualTo("first");
    }

    @Test
    void advance_afterFollowing_goesOnInTheLog() {
        StructLog<Message, MessageView> log = log("a", "b");
        MessageView other = MessageView.allocate(allocator, new Message(9, Ref.none(), "other"));
        MessageView.Cursor message = MessageView.Cursor.of(log);
        message.advance();
        message.older(other);
        assertThat(message.followOlder()).isTrue();
        assertThat(message.text()).isEqualTo("other");
        assertThat(message.advance()).isTrue();
        assertThat(message.text()).isEqualTo("b");
    }

    @Test
    void methods_whenComponentsHaveTheirNames_haveAnUnderscore() {
        StructLog<NamedInLog, NamedInLogView> log = StructLog.over(allocator.allocate(500), NamedInLogView.type());
        for (int i = 0; i < 2; i++) {
            Cursor[] tail = {new Cursor(90 + i, 100 + i)};
            log.append(new NamedInLog(i, 10 + i, Ref.none(), 20 + i, 30 + i, 40 + i, 50 + i, 60 + i, 70 + i, tail));
        }
        NamedInLogView.Cursor_ named = NamedInLogView.Cursor_.of_(log);
        assertThat(named.advance_()).isTrue();
        named.nextAddress(log.memory().offset());
        assertThat(named.advance_()).isTrue();
        assertThat(named.view()).isEqualTo(1);
        assertThat(named.view_()).isEqualTo(named);
        assertThat(named.advance()).isEqualTo(11);
        assertThat(named.source()).isEqualTo(21);
        assertThat(named.end()).isEqualTo(31);
        assertThat(named.followNext()).isEqualTo(41);
        assertThat(named.followNext_()).isFalse();
        assertThat(named.of()).isEqualTo(51);
        assertThat(named.log()).isEqualTo(61);
        assertThat(named.length()).isEqualTo(71);
        assertThat(named.cursor(0).column()).isEqualTo(101);
    }

    @Test
    void asArray_whenStructsAreOfOneSize_showsThem() {
        StructLog<Spot, SpotView> log = StructLog.over(allocator.allocate(25), SpotView.type());
        assertThat(log.asArray(SpotArray::at).cursor().advance()).isFalse();
        for (int i = 0; i < 3; i++) {
            log.append(new Spot(i, 0));
        }
        SpotArray spots = log.asArray(SpotArray::at);
        assertThat(spots.size()).isEqualTo(3);
        SpotView.Cursor spot = spots.cursor();
        while (spot.advance()) {
            spot.y(7);
        }
        assertThat(log).extracting(SpotView::read).containsExactly(new Spot(0, 7), new Spot(1, 7), new Spot(2, 7));
        assertThatThrownBy(spots::free).isInstanceOf(IllegalStateException.class);
        log.memory().free();
        assertThatIllegalStateException().isThrownBy(() -> log.asArray(SpotArray::at));
    }

    @Test
    void asArray_whenTheLogCannotBeOne_isRefused() {
        Memory memory = allocator.allocate(25);
        assertThatIllegalStateException()
                .isThrownBy(() -> StructLog.at(memory, SpotView.type(), 9).asArray(SpotArray::at))
                .withMessage("log does not end with a whole struct: byteSize=9 structByteSize=8");
        assertThatThrownBy(() -> log("a").asArray((part, byteOffset, count) -> {
                    throw new AssertionError("called");
                }))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("no array of structs with a tail");
    }

    private StructLog<Message, MessageView> log(String... texts) {
        StructLog<Message, MessageView> log = StructLog.over(allocator.allocate(1_000), MessageView.type());
        for (int i = 0; i < texts.length; i++) {
            log.append(new Message(i, Ref.none(), texts[i]));
        }
        return log;
    }
}
