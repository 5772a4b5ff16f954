/** What builds put in the place of these words; on a phone there is no process. */
declare const process: { env: Record<string, string | undefined> }
