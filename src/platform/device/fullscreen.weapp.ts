/** Pages of a mini-program fill the screen already. */
export const useFullscreen = (): (() => void) | null => null
