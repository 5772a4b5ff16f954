/** An error that the operator has to correct, such as a wrong setting. The message is shown without a stack trace. */
export class SetupError extends Error {}

/** A setup error that may resolve itself, for example while the database is still starting. */
export class NotReadyError extends SetupError {}
