package dev.makeline.sender.gate;

import dev.makeline.operations.SteadyClock;
import dev.makeline.sender.gate.GateState.Closed;
import dev.makeline.sender.gate.GateState.Open;
import dev.makeline.sender.gate.GateState.Probing;
import dev.makeline.sender.gate.Verdict.Answered;
import dev.makeline.sender.gate.Verdict.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands before one system that is called, and withholds calls while it does not answer.
///
/// Whoever calls while the gate is open waits here with the message in hand, instead of putting it
/// back: that costs one receive in many minutes, so that an outage of hours dead-letters nothing,
/// and when the system answers again everybody goes on at once. Thread-safe; callers block.
public final class Gate {

    private static final Logger log = LoggerFactory.getLogger(Gate.class);

    private enum Pass {
        NORMAL,
        PROBE,
        NONE
    }

    private final String dependency;
    private final GateRules rules;
    private final Duration holdFor;
    private final SteadyClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private GateState state = GateState.closed();
    private boolean stopped;

    public Gate(String dependency, GateSettings settings, SteadyClock clock) {
        this.dependency = dependency;
        this.rules = settings.rules();
        this.holdFor = settings.holdFor();
        this.clock = clock;
    }

    public String dependency() {
        return dependency;
    }

    public GateState state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    /// Makes the call when it may go out, and once more whenever the gate is open and the message
    /// is not to blame, until it was held for [GateSettings#holdFor].
    ///
    /// @param call never throws for what may be expected
    /// @param judge what a result says of the system
    /// @param notCalled the result when the call never went out: the gate stayed open, or the
    ///   service is stopping
    public <T> T pass(Supplier<T> call, Function<T, Verdict> judge, Supplier<T> notCalled) {
        Instant giveUp = clock.now().plus(holdFor);
        Supplier<T> last = notCalled;
        while (true) {
            Pass pass = await(giveUp);
            if (pass == Pass.NONE) {
                return last.get();
            }
            T result = callAndReport(call, judge, pass);
            if (!isWorthHolding(judge.apply(result))) {
                return result;
            }
            last = () -> result;
        }
    }

    /// Lets everybody go who waits, from now on without a call.
    public void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T callAndReport(Supplier<T> call, Function<T, Verdict> judge, Pass pass) {
        Verdict verdict = new Failed(Optional.empty(), false);
        try {
            T result = call.get();
            verdict = judge.apply(result);
            return result;
        } finally {
            report(verdict, pass);
        }
    }

    private boolean isWorthHolding(Verdict verdict) {
        return switch (verdict) {
            case Failed(_, boolean blameless) -> blameless && !(state() instanceof Closed);
            case Answered _ -> false;
        };
    }

    private Pass await(Instant giveUp) {
        lock.lock();
        try {
            while (!stopped) {
                if (state instanceof Closed) {
                    return Pass.NORMAL;
                }
                Instant now = clock.now();
                if (!now.isBefore(giveUp)) {
                    return Pass.NONE;
                }
                if (rules.probe(state, now).isPresent()) {
                    state = rules.probe(state, now).orElseThrow();
                    return Pass.PROBE;
                }
                long _ = changed.awaitNanos(Duration.between(now, wakeUp(giveUp)).toNanos());
            }
            return Pass.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Pass.NONE;
        } finally {
            lock.unlock();
        }
    }

    private Instant wakeUp(Instant giveUp) {
        return switch (state) {
            case Open(_, Instant until) when until.isBefore(giveUp) -> until;
            case Open _ -> giveUp;
            case Probing _ -> giveUp;
            case Closed _ -> giveUp;
        };
    }

    private void report(Verdict verdict, Pass pass) {
        lock.lock();
        try {
            GateState before = state;
            state = next(verdict, pass);
            if (!before.equals(state)) {
                changed.signalAll();
                tell(before, state);
            }
        } finally {
            lock.unlock();
        }
    }

    private GateState next(Verdict verdict, Pass pass) {
        return switch (verdict) {
            case Answered _ -> rules.answered();
            case Failed(var retryAfter, _) ->
                    rules.failed(
                            state,
                            pass == Pass.PROBE,
                            clock.now(),
                            retryAfter,
                            ThreadLocalRandom.current().nextDouble());
        };
    }

    private void tell(GateState before, GateState after) {
        if (before instanceof Closed && after instanceof Open) {
            log.atWarn()
                    .addKeyValue("dependency", dependency)
                    .log("No answer; calls are withheld but for probes");
        }
        if (!(before instanceof Closed) && after instanceof Closed) {
            log.atInfo().addKeyValue("dependency", dependency).log("Answers again");
        }
    }
}
