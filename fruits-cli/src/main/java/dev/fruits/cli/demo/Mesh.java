package dev.fruits.cli.demo;

/**
 * A surface sampled on a grid, with normals and paint at every vertex. {@code columns × rows} vertices, row by row; the
 * last column joins the first where the surface closes. Immutable once made; the arrays are for the camera alone.
 */
final class Mesh {
    final int columns;
    final int rows;
    final boolean closed;
    /** x, y, z of each vertex. */
    final float[] points;
    /** x, y, z of each vertex's outward unit normal. */
    final float[] normals;
    /** Red, green, blue, gloss and velvet of each vertex. */
    final float[] paints;

    private Mesh(int columns, int rows, boolean closed) {
        this.columns = columns;
        this.rows = rows;
        this.closed = closed;
        points = new float[3 * columns * rows];
        normals = new float[3 * columns * rows];
        paints = new float[5 * columns * rows];
    }

    /** A surface that closes round u. */
    static Mesh closed(Surface surface, Skin skin, int columns, int rows) {
        return new Mesh(columns, rows, true).filled(surface, skin);
    }

    /** A sheet that is seen from both sides. */
    static Mesh open(Surface surface, Skin skin, int columns, int rows) {
        return new Mesh(columns, rows, false).filled(surface, skin);
    }

    int vertices() {
        return columns * rows;
    }

    /** How many quads lie side by side. */
    int quadColumns() {
        return closed ? columns : columns - 1;
    }

    private Mesh filled(Surface surface, Skin skin) {
        for (int row = 0, i = 0; row < rows; row++) {
            double v = (double) row / (rows - 1);
            for (int column = 0; column < columns; column++, i++) {
                double u = (double) column / quadColumns();
                Vec p = surface.at(u, v);
                put(points, i, p);
                paint(i, skin.at(p, u, v));
            }
        }
        addFaceNormals();
        joinPole(0);
        joinPole(rows - 1);
        scaleNormals();
        return this;
    }

    private void paint(int i, Paint paint) {
        paints[5 * i] = (float) paint.colour().red();
        paints[5 * i + 1] = (float) paint.colour().green();
        paints[5 * i + 2] = (float) paint.colour().blue();
        paints[5 * i + 3] = (float) paint.gloss();
        paints[5 * i + 4] = (float) paint.velvet();
    }

    /** Adds each quad's normal, as long as its area, to its four corners. */
    private void addFaceNormals() {
        for (int row = 0; row + 1 < rows; row++) {
            for (int column = 0; column < quadColumns(); column++) {
                int a = row * columns + column;
                int b = row * columns + (column + 1) % columns;
                int c = a + columns;
                int d = b + columns;
                Vec normal = point(d).minus(point(a)).cross(point(c).minus(point(b)));
                add(a, normal);
                add(b, normal);
                add(c, normal);
                add(d, normal);
            }
        }
    }

    /** Gives the vertices of an end row that meet in one point one normal. */
    private void joinPole(int row) {
        int first = row * columns;
        if (point(first).minus(point(first + columns / 2)).length() > 1e-6) {
            return;
        }
        Vec sum = new Vec(0, 0, 0);
        for (int i = first; i < first + columns; i++) {
            sum = sum.plus(normal(i));
        }
        for (int i = first; i < first + columns; i++) {
            put(normals, i, sum);
        }
    }

    private void scaleNormals() {
        for (int i = 0; i < vertices(); i++) {
            put(normals, i, normal(i).unit());
        }
    }

    private Vec point(int i) {
        return new Vec(points[3 * i], points[3 * i + 1], points[3 * i + 2]);
    }

    private Vec normal(int i) {
        return new Vec(normals[3 * i], normals[3 * i + 1], normals[3 * i + 2]);
    }

    private void add(int i, Vec normal) {
        put(normals, i, normal(i).plus(normal));
    }

    private static void put(float[] target, int i, Vec v) {
        target[3 * i] = (float) v.x();
        target[3 * i + 1] = (float) v.y();
        target[3 * i + 2] = (float) v.z();
    }
}
