/** The steps of one page as the browser's back and forward buttons know them; step 0 is the page's own entry. */
export interface StepHistory {
  /** The step of the entry the browser is at. */
  current(): number
  /** Adds the entries up to a step; does nothing when the browser is there or beyond. */
  push(step: number): void
  /** Presses the browser's back button; `false` when the page has no earlier step there. */
  back(): boolean
  /** Tells of steps reached by the browser's buttons while the page is shown; the result stops it. */
  listen(onStep: (step: number) => void): () => void
  /** Goes back to the page's own entry without telling anybody, so that the next page can take its place. */
  unwind(): Promise<void>
}
