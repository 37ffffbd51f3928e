package dev.fruits.local.pca;

import dev.fruits.core.contract.EigenSolverContract;
import dev.fruits.core.linalg.EigenSolver;

class CommonsMathEigenSolverTest extends EigenSolverContract {
    @Override
    protected EigenSolver solver() {
        return new CommonsMathEigenSolver();
    }
}
