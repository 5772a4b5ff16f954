/** A mini-program is always on a phone. */
export const useStageScale = (): number => 1
