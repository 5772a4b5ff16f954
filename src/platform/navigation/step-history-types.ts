/** The steps of one page as entries of the browser's history; step 0 is the page's first entry. */
export interface StepHistory {
  /** The step of the current entry. */
  current(): number
  /** Adds the entries up to a step; does nothing if the current step is the same or later. */
  push(step: number): void
  /** Goes one entry back; returns `false` if the page has no earlier step. */
  back(): boolean
  /** Calls back on steps reached with the browser's buttons while the page is shown; the returned function stops it. */
  listen(onStep: (step: number) => void): () => void
  /** Goes back to the page's first entry without notifying listeners, before the page is replaced. */
  unwind(): Promise<void>
}
