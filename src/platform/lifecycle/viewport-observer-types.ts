/** Whether an element is near the screen, and how high it is, in px. */
export type OnNearChange = (near: boolean, height: number) => void

/** Tells when a mounted element comes near the screen or leaves; the result ends it. Beside it, what is far is told or not. */
export type ObserveViewport = (element: unknown, tell: OnNearChange) => () => void
