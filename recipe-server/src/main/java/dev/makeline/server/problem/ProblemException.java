package dev.makeline.server.problem;

/// A request that cannot be served as it is, found where no answer can be returned. Handled by
/// [ProblemExceptionHandler], which answers the problem.
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        // Without a stack trace: the fault is in the request.
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(ProblemType type, String detail) {
        this(Problem.of(type, detail));
    }

    public Problem problem() {
        return problem;
    }
}
