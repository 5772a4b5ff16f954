/** What a person has to put right before the server can start. Its message is shown as it is. */
export class SetupError extends Error {}
