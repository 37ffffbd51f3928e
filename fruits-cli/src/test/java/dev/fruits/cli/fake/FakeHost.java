package dev.fruits.cli.fake;

import dev.fruits.core.WrongUseException;
import dev.fruits.core.spi.Host;

/** Here where the system property {@value #PROPERTY} says so: {@code fit} or {@code unfit}. */
public final class FakeHost implements Host {
    public static final String PROPERTY = "fake.host";

    /** What the host learns. */
    public static final class Ended extends Exception {
        private static final long serialVersionUID = 1L;

        Ended(int exitCode) {
            super("the host was told " + exitCode);
        }
    }

    @Override
    public boolean isHere() {
        return System.getProperty(PROPERTY) != null;
    }

    @Override
    public void requireFit() {
        if ("unfit".equals(System.getProperty(PROPERTY))) {
            throw new WrongUseException("host 2: this program was built for host 1");
        }
    }

    @Override
    public String engine() {
        return FakeEngines.NAME;
    }

    @Override
    public Exception failure(int exitCode) {
        return new Ended(exitCode);
    }
}
