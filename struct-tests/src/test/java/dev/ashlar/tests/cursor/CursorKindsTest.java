package dev.ashlar.tests.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.struct.Ref;
import dev.ashlar.tests.TestAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cursors of unions, along references, and of structs whose components have the names of a cursor's methods. */
class CursorKindsTest {
    private final TestAllocator allocator = new TestAllocator();

    @AfterEach
    void close() {
        allocator.close();
    }

    @Test
    void cursor_ofAUnion_showsEachVariant() {
        SignalArray signals = SignalArray.allocate(allocator, 3);
        signals.set(0, new Signal.Stop(7));
        signals.set(1, new Signal.Go(0.5));
        SignalView.Cursor signal = signals.cursor().moveTo(0);
        Signal_StopView stop = signal.asStop();
        assertThat(signal.tag()).isEqualTo(SignalView.Tag.STOP);
        assertThat(signal.advance()).isTrue();
        assertThat(signal.tagNumber()).isEqualTo(SignalView.TAG_GO);
        assertThat(signal.asGo().speed()).isEqualTo(0.5);
        assertThatIllegalStateException().isThrownBy(signal::asStop);
        assertThat(stop.reason()).isEqualTo(7);
        assertThat(signal.advance()).isTrue();
        assertThatIllegalStateException().isThrownBy(signal::tag);
        signal.beGo().speed(2);
        assertThat(signals.read(2)).isEqualTo(new Signal.Go(2));
    }

    @Test
    void followNext_goesToTheStructReferredTo_andStaysAtTheLast() {
        LinkArray links = chain(3);
        LinkView.Cursor link = LinkView.Cursor.of(links.get(2));
        assertThat(link.value()).isEqualTo(2);
        assertThat(link.followNext()).isTrue();
        assertThat(link.value()).isEqualTo(1);
        assertThat(link.followNext()).isTrue();
        LinkView view = link.view();
        assertThat(link.followNext()).isFalse();
        assertThat(link.value()).isZero();
        assertThat(view.value()).isZero();
        link.value(5);
        assertThat(links.get(0).value()).isEqualTo(5);
    }

    @Test
    void followLast_isThatOfAnotherReference() {
        LinkArray links = chain(3);
        links.get(2).last(links.get(0));
        LinkView.Cursor link = links.cursor().moveTo(2);
        assertThat(link.followLast()).isTrue();
        assertThat(link.value()).isZero();
        assertThat(link.followLast()).isFalse();
    }

    @Test
    void moveTo_afterFollowing_isInTheArrayAgain() {
        LinkArray links = chain(3);
        LinkView other = LinkView.allocate(allocator, new Link(9, Ref.none(), Ref.none()));
        links.get(1).next(other);
        LinkView.Cursor link = links.cursor().moveTo(1);
        assertThat(link.followNext()).isTrue();
        assertThat(link.value()).isEqualTo(9);
        assertThat(link.moveTo(0).value()).isZero();
        assertThat(link.advance()).isTrue();
        assertThat(link.value()).isEqualTo(1);
    }

    @Test
    void followNext_whenTheAddressIsImpossible_throwsAndStays() {
        LinkArray links = chain(2);
        LinkView.Cursor link = links.cursor().moveTo(1);
        link.nextAddress(1L << 40);
        assertThatThrownBy(link::followNext).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(link.value()).isEqualTo(1);
        link.nextAddress(links.memory().offset() + 4);
        assertThatIllegalStateException().isThrownBy(link::followNext);
        assertThat(link.value()).isEqualTo(1);
    }

    @Test
    void followNext_afterTheArrayIsFreed_throws() {
        LinkArray links = chain(2);
        LinkView.Cursor link = links.cursor().moveTo(1);
        links.free();
        assertThatIllegalStateException().isThrownBy(link::followNext).withMessageContaining("freed");
    }

    @Test
    void methods_whenComponentsHaveTheirNames_haveAnUnderscore() {
        NamedArray all = NamedArray.allocate(allocator, 3);
        for (int i = 0; i < 3; i++) {
            all.get(i).index(10 + i).view(20 + i).advance(30 + i).moveTo(40 + i).followNext(50 + i);
            all.get(i).source(60 + i).first(70 + i).size(80 + i).cursor(90 + i);
            all.get(i).spot().line(100 + i).column(110 + i);
        }
        all.get(0).next(all.get(2));
        NamedView.Cursor_ named = all.cursor();
        assertThat(named.index_()).isEqualTo(-1);
        assertThat(named.advance_()).isTrue();
        assertThat(named.index_()).isZero();
        assertThat(named.followNext_()).isTrue();
        assertThat(named.view_().index()).isEqualTo(12);
        assertThat(named.moveTo_(1)).isSameAs(named);
        assertThat(named.read())
                .isEqualTo(new Named(11, 21, 31, 41, Ref.none(), 61, 71, 81, 91, 51, new Cursor(101, 111)));
        assertThat(named.index()).isEqualTo(11);
        assertThat(named.view()).isEqualTo(21);
        assertThat(named.advance()).isEqualTo(31);
        assertThat(named.moveTo()).isEqualTo(41);
        assertThat(named.followNext()).isEqualTo(51);
        assertThat(named.spot().column()).isEqualTo(111);
    }

    /** Links of which each refers to the one before. */
    private LinkArray chain(int count) {
        LinkArray links = LinkArray.allocate(allocator, count);
        for (int i = 0; i < count; i++) {
            links.get(i).value(i).next(i == 0 ? null : links.get(i - 1));
        }
        return links;
    }
}
