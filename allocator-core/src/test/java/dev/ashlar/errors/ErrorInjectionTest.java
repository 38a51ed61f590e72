package dev.ashlar.errors;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An error at every step of every operation: before each call that the library makes, and each object. After each of them
 * the operation has happened, or it has not, or the structure says that it is neither and refuses changes.
 */
class ErrorInjectionTest {
    static Stream<Class<?>> scenarios() {
        return Stream.of(
                PoolScenario.class,
                FurtherScenario.class,
                BumpScenario.class,
                StackScenario.class,
                ListScenario.class,
                MapScenario.class,
                KilledMapScenario.class,
                RingScenario.class,
                LogScenario.class,
                ClaimScenario.class,
                ArenaScenario.class,
                CloseScenario.class);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void operation_whenOneStepFails_happensOrDoesNot(Class<?> scenario) throws Exception {
        run(scenario, false);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void operation_whenEveryStepFromOneOnFails_happensOrDoesNot(Class<?> scenario) throws Exception {
        run(scenario, true);
    }

    private static void run(Class<?> scenario, boolean isLasting) throws Exception {
        new InjectingLoader()
                .loadClass(InjectionRun.class.getName())
                .asSubclass(Runnable.class)
                .getDeclaredConstructor(String.class, boolean.class)
                .newInstance(scenario.getName(), isLasting)
                .run();
    }
}
