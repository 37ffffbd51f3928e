package dev.fruits.cli.console;

/** What a step counts, and how people read that. */
enum Unit {
    IMAGES {
        @Override
        String amount(long value) {
            return Figures.count(value);
        }

        @Override
        String pace(double perSecond) {
            return Figures.oneDecimal(perSecond) + " images/s";
        }
    },
    BYTES {
        @Override
        String amount(long value) {
            return Figures.megabytes(value);
        }

        @Override
        String pace(double perSecond) {
            return Figures.megabytes((long) perSecond) + "/s";
        }
    };

    abstract String amount(long value);

    abstract String pace(double perSecond);
}
