/** A mini-program has the layout of phones, also in WeChat on a computer. */
export const useWideWindow = (): boolean => false
